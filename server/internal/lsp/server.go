package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/sourcegraph/jsonrpc2"
	"go.lsp.dev/protocol"

	"interleave/analyzers/rules"
	"interleave/server/internal/exercise"
	"interleave/server/internal/gocmd"
	"interleave/server/internal/report"
	"interleave/server/internal/session"
)

// Options says what a server works with.
type Options struct {
	Version string
	Log     io.Writer // where what no editor shows is written

	// Open finds Go and opens the session. It is called once, in the
	// background of initialize; its error is shown to the user.
	Open func(context.Context) (*session.Session, *gocmd.Toolchain, error)
}

// A phase is a part of the connection's life.
type phase int

const (
	beforeInitialize phase = iota
	working
	afterShutdown
)

// A server is one connection to an editor.
type server struct {
	options Options
	log     *log.Logger
	conn    *jsonrpc2.Conn
	life    context.Context // ends with the connection
	end     context.CancelFunc
	work    sync.WaitGroup // the goroutines that the server started

	ready   chan struct{} // closed when session and tools are there, or failed
	session *session.Session
	tools   *gocmd.Toolchain
	failed  error

	mu       sync.Mutex
	phase    phase
	client   client
	config   config
	docs     map[string]*document // by key
	buffers  session.Buffers
	folders  map[string]*folder
	spreads  map[string]map[string]bool // by folder, the others in whose files its last check found something
	checked  map[string]bool            // exercises that were checked since the start
	refused  map[string]bool            // notes that were shown already
	pulls    map[string]map[int]context.CancelFunc
	lastPull int
}

// A document is open in the editor. Immutable but for its place in the map.
type document struct {
	uri     string // as the client spells it
	key     string
	version int32
	goCode  bool
}

// client is what the editor can do.
type client struct {
	encoding      encoding
	pull          bool
	refresh       bool
	showDocument  bool
	configuration bool
	watch         bool
	related       bool
	literals      bool // code actions, not only commands
}

// ErrAborted is returned by Serve when the connection ended without shutdown.
var ErrAborted = errors.New("the editor went away without saying goodbye")

// Serve speaks the protocol until the client says exit, closes the connection,
// or its process is gone. It returns when all that it started has ended; nil
// means an orderly end.
func Serve(ctx context.Context, options Options, in io.Reader, out io.Writer, closer io.Closer) error {
	life, end := context.WithCancel(ctx)
	defer end()
	s := &server{
		options: options,
		log:     log.New(options.Log, "interleave: ", log.LstdFlags),
		life:    life,
		end:     end,
		ready:   make(chan struct{}),
		docs:    make(map[string]*document),
		folders: make(map[string]*folder),
		spreads: make(map[string]map[string]bool),
		checked: make(map[string]bool),
		refused: make(map[string]bool),
		pulls:   make(map[string]map[int]context.CancelFunc),
	}
	mux := newMux(s.verbs(), s.allowed, s.log)
	connected := make(chan struct{})
	s.conn = jsonrpc2.NewConn(life, newStream(in, out, closer), handlerFunc(func(ctx context.Context, conn *jsonrpc2.Conn, req *jsonrpc2.Request) {
		<-connected // s.conn is set
		mux.Handle(ctx, conn, req)
	}), jsonrpc2.SetLogger(s.log))
	close(connected)

	select {
	case <-s.conn.DisconnectNotify():
	case <-life.Done():
	}
	end()
	_ = s.conn.Close() // it may be closed already
	mux.wait()
	s.work.Wait()
	if s.session != nil {
		s.session.Close()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.phase == afterShutdown {
		return nil
	}
	return ErrAborted
}

type handlerFunc func(context.Context, *jsonrpc2.Conn, *jsonrpc2.Request)

func (f handlerFunc) Handle(ctx context.Context, conn *jsonrpc2.Conn, req *jsonrpc2.Request) {
	f(ctx, conn, req)
}

// verbs is all that the server understands.
func (s *server) verbs() map[string]verb {
	return map[string]verb{
		"initialize":                          s.initialize,
		"initialized":                         s.initialized,
		"shutdown":                            s.shutdown,
		"exit":                                s.exit,
		"$/setTrace":                          ignore,
		"textDocument/didOpen":                s.didOpen,
		"textDocument/didChange":              s.didChange,
		"textDocument/didSave":                s.didSave,
		"textDocument/didClose":               s.didClose,
		"textDocument/diagnostic":             s.diagnostic,
		"textDocument/hover":                  s.hover,
		"textDocument/codeAction":             s.codeAction,
		"workspace/executeCommand":            s.executeCommand,
		"workspace/didChangeConfiguration":    s.didChangeConfiguration,
		"workspace/didChangeWatchedFiles":     s.didChangeWatchedFiles,
		"workspace/didChangeWorkspaceFolders": ignore, // folders follow the open files
	}
}

func ignore(context.Context, json.RawMessage) (answer, error) { return nil, nil }

// allowed says which methods a phase takes.
func (s *server) allowed(method string, notification bool) *jsonrpc2.Error {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case method == "exit":
		return nil
	case s.phase == beforeInitialize && method != "initialize":
		return &jsonrpc2.Error{Code: codeNotInitialized, Message: "initialize comes first"}
	case s.phase == afterShutdown:
		return &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: "the server is shutting down"}
	}
	return nil
}

// start runs f on a goroutine that Serve waits for.
func (s *server) start(f func()) {
	s.work.Go(func() {
		defer func() {
			if p := recover(); p != nil {
				s.log.Printf("panic: %v", p)
			}
		}()
		f()
	})
}

// opened waits for the session.
func (s *server) opened(ctx context.Context) (*session.Session, error) {
	select {
	case <-s.ready:
		return s.session, s.failed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// A snapshot is the state in which one question is answered.
type snapshot struct {
	buffers session.Buffers
	config  config
	client  client
	docs    map[string]*document
}

// snapshot is called on the reading goroutine or by a folder's own.
func (s *server) snapshot() snapshot {
	s.mu.Lock()
	defer s.mu.Unlock()
	docs := make(map[string]*document, len(s.docs))
	for key, doc := range s.docs {
		docs[key] = doc
	}
	return snapshot{buffers: s.buffers, config: s.config, client: s.client, docs: docs}
}

// uri returns the URI of a file as the client spells it.
func (sn snapshot) uri(key string) string {
	if doc, ok := sn.docs[key]; ok {
		return doc.uri
	}
	return string(uriOf(key))
}

// read returns a file's text, open or on disk.
func (sn snapshot) read(path string) ([]byte, error) {
	if buffer, ok := sn.buffers.Get(path); ok {
		return buffer.Content, nil
	}
	return session.ReadFile(path)
}

// request says what to check for the answer about a document's folder.
func (sn snapshot) request(folder string) session.Request {
	request := session.Request{Buffers: sn.buffers}
	if session.IsFile(folder) {
		request.Dir = folder
	}
	others := make(map[string]bool)
	for key, doc := range sn.docs {
		switch of := folderOf(key); {
		case !doc.goCode:
		case of == folder:
			request.Keys = append(request.Keys, key)
		default:
			others[of] = true
		}
	}
	request.Others = slices.Sorted(maps.Keys(others))
	return request
}

// folderOf names what is checked together: the folder of a package, or a
// document that is a package of its own.
func folderOf(key string) string {
	if dir := session.FolderOf(key); dir != "" {
		return dir
	}
	return key
}

// reports returns what the analyzers say of one document, after the user's
// selection. The session answers from memory what it has computed for this text.
func (s *server) reports(ctx context.Context, sn snapshot, key string) ([]session.Report, error) {
	sess, err := s.opened(ctx)
	if err != nil {
		return nil, err
	}
	request := sn.request(folderOf(key))
	request.Quick = true
	result, err := sess.Check(ctx, request)
	if err != nil {
		return nil, err
	}
	return s.visible(sn, result.Reports, key), nil
}

// visible returns the reports of one document that its reader is to see. In the
// course folder that is a learner: few reports, and teaching notes among them.
func (s *server) visible(sn snapshot, reports []session.Report, key string) []session.Report {
	stage := s.stage(sn, key)
	if stage.hidden {
		return nil
	}
	chosen := report.Select(reports, sn.config.selection, sn.config.hints || stage.copied != nil)
	if stage.copied != nil {
		if stage.inside && !sn.config.hints {
			// Notes about anything but the task would lead away from it.
			chosen = slices.DeleteFunc(chosen, func(r session.Report) bool {
				return r.Confidence == rules.Hint && !stage.drilled[string(r.Rule.Name)]
			})
		}
		chosen = exercise.Shown(chosen, stage.drilled)
	}
	var here []session.Report
	for _, r := range chosen {
		switch {
		case r.File == key:
			here = append(here, r)
		case r.Via != nil && r.Via.File == key:
			here = append(here, r.AtVia())
		}
	}
	return here
}

// A stage is how a document of the course is shown: an exercise is silent
// before its first edit, and what it drills is an error then.
type stage struct {
	copied   *exercise.Copy
	exercise string
	inside   bool // the document belongs to an exercise
	hidden   bool
	drilled  map[string]bool // rules
}

func (s *server) stage(sn snapshot, key string) stage {
	if !session.IsFile(key) {
		return stage{}
	}
	copied := exercise.Find(folderOf(key))
	if copied == nil {
		return stage{}
	}
	st := stage{copied: copied}
	e, ok := copied.ExerciseOf(key)
	if !ok {
		return st
	}
	st.inside, st.exercise = true, e.Name
	st.drilled = make(map[string]bool)
	for _, rule := range e.Rules {
		st.drilled[rule] = true
	}
	switch {
	case copied.Untouched(e, sn.read):
		st.hidden = true
	case e.Show == exercise.ShowSave:
		st.hidden = s.dirty(sn, copied.Dir(e))
	case e.Show == exercise.ShowCheck:
		s.mu.Lock()
		st.hidden = !s.checked[e.Name]
		s.mu.Unlock()
	}
	return st
}

// dirty reports whether a folder has unsaved text.
func (s *server) dirty(sn snapshot, dir string) bool {
	for key, doc := range sn.docs {
		if folderOf(doc.key) != dir {
			continue
		}
		buffer, ok := sn.buffers.Get(key)
		onDisk, err := session.ReadFile(key)
		if ok && (err != nil || string(onDisk) != string(buffer.Content)) {
			return true
		}
	}
	return false
}

// tell shows one line to the user, once for each text.
func (s *server) tell(kind protocol.MessageType, text string) {
	s.mu.Lock()
	known := s.refused[text]
	s.refused[text] = true
	s.mu.Unlock()
	if !known {
		s.notify("window/showMessage", &protocol.ShowMessageParams{Type: kind, Message: text})
	}
}

// say writes one line to the editor's log of this server.
func (s *server) say(text string) {
	s.mu.Lock()
	known := s.refused[text]
	s.refused[text] = true
	s.mu.Unlock()
	if !known {
		s.notify("window/logMessage", &protocol.LogMessageParams{Type: protocol.MessageTypeInfo, Message: text})
	}
}

func (s *server) notify(method string, params any) {
	raw, err := protocol.Marshal(params)
	if err != nil {
		s.log.Printf("%s: %v", method, err)
		return
	}
	if err := s.conn.Notify(s.life, method, json.RawMessage(raw)); err != nil && s.life.Err() == nil {
		s.log.Printf("%s: %v", method, err)
	}
}

// callTimeout is how long the client may think about a question of ours.
const callTimeout = 30 * time.Second

// call asks the client; never on the reading goroutine, which would have to
// read the answer.
func (s *server) call(ctx context.Context, method string, params, result any) error {
	raw, err := protocol.Marshal(params)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	var answer json.RawMessage
	if err := s.conn.Call(ctx, method, json.RawMessage(raw), &answer); err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	if result == nil || len(answer) == 0 {
		return nil
	}
	return protocol.Unmarshal(answer, result)
}
