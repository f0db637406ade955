package session

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"go/token"
	"os"
	"runtime"
	"sync"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers"
	"interleave/server/internal/diskcache"
	"interleave/server/internal/gocmd"
)

// Options says what a session works with.
type Options struct {
	Tools     *gocmd.Toolchain
	Cache     *diskcache.Cache                 // may be nil: then nothing outlives the session
	Analyzers []*analysis.Analyzer             // nil means analyzers.All()
	NoWork    func(dir string) bool            // folders in which every go.work is ignored; may be nil
	Logf      func(format string, args ...any) // may be nil
}

// A Session answers what the analyzers say of packages. Its methods may be
// called from any goroutine; Close waits for what it started.
type Session struct {
	tools     *gocmd.Toolchain
	cache     *diskcache.Cache
	analyzers []*analysis.Analyzer
	noWork    func(dir string) bool
	logf      func(format string, args ...any)

	fset  *token.FileSet // of everything; files of edited packages are taken out again
	disk  *disk
	types *universe
	tool  string // identifies this build of the analyzers in the keys of facts

	background sync.WaitGroup
	closing    context.Context
	close      context.CancelFunc

	mu       sync.Mutex
	queue    []func() // for drain
	draining bool
	graphs   map[string]*graph
	headers  map[string]fileHeader
	results  map[string]*outcome   // by folder and target, the last run
	latest   map[string][]*outcome // by folder, those of its last check
	facts    map[hash][]byte
	overran  map[hash]bool // packages whose analysis had no end
}

// ErrTooNew is wrapped by New's error when the installed Go is newer than the
// one that built this program.
var ErrTooNew = errors.New("the installed Go is too new")

type tooNewError string

func (e tooNewError) Error() string { return string(e) }
func (e tooNewError) Unwrap() error { return ErrTooNew }

// New returns a session, or an error when Go's sources cannot be read by it.
func New(options Options) (*Session, error) {
	if line := gocmd.TooNew(options.Tools.Version); line != "" {
		return nil, tooNewError(line)
	}
	s := &Session{
		tools:     options.Tools,
		cache:     options.Cache,
		analyzers: options.Analyzers,
		noWork:    options.NoWork,
		logf:      options.Logf,
		fset:      token.NewFileSet(),
		disk:      newDisk(),
		tool:      toolID(),
		graphs:    make(map[string]*graph),
		headers:   make(map[string]fileHeader),
		results:   make(map[string]*outcome),
		latest:    make(map[string][]*outcome),
		facts:     make(map[hash][]byte),
		overran:   make(map[hash]bool),
	}
	if s.analyzers == nil {
		s.analyzers = analyzers.All()
	}
	if s.noWork == nil {
		s.noWork = func(string) bool { return false }
	}
	if s.logf == nil {
		s.logf = func(string, ...any) {}
	}
	if err := analysis.Validate(s.analyzers); err != nil {
		return nil, err
	}
	for _, a := range closure(s.analyzers) {
		for _, fact := range a.FactTypes {
			gob.Register(fact)
		}
	}
	s.types = newUniverse(s)
	s.closing, s.close = context.WithCancel(context.Background())
	return s, nil
}

// Close ends the session's background work and waits for it.
func (s *Session) Close() {
	s.close()
	s.background.Wait()
}

// Flush waits until everything that is worth keeping is on disk.
func (s *Session) Flush() {
	s.drain()
	s.background.Wait()
}

// Touch says that files on disk may have changed behind the session's back
// (a save, a watched file, a branch switch): they are looked at again.
func (s *Session) Touch() { s.disk.nextEpoch() }

// toolID names this build: another binary may compute other facts.
func toolID() string {
	path, err := gocmd.Self()
	if err != nil {
		return runtime.Version()
	}
	info, err := os.Stat(path)
	if err != nil {
		return runtime.Version()
	}
	return fmt.Sprintf("%s %s %d %d", runtime.Version(), path, info.Size(), info.ModTime().UnixNano())
}

// closure returns the analyzers and all that they require, requirements first.
func closure(roots []*analysis.Analyzer) []*analysis.Analyzer {
	var all []*analysis.Analyzer
	seen := make(map[*analysis.Analyzer]bool)
	var visit func(a *analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if seen[a] {
			return
		}
		seen[a] = true
		for _, required := range a.Requires {
			visit(required)
		}
		all = append(all, a)
	}
	for _, a := range roots {
		visit(a)
	}
	return all
}
