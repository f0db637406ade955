package session

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"runtime"
	"sync"
	"weak"

	"golang.org/x/sync/errgroup"
	"golang.org/x/tools/go/gcexportdata"
)

// A universe holds the type-checked dependencies.
//
// Identity is what matters here: an importer must never see two
// types.Packages of one path. The standard library is one set of packages
// for the life of the session. Every other dependency is named by the hash of
// what it exports and of its dependencies' names (its `out`); packages of equal
// name are the same object, so any two packages that can meet in one importer
// agree about what lies below them.
type universe struct {
	s *Session

	mu       sync.Mutex
	std      map[string]*stdEntry
	byPath   map[string]*types.Package // the finished standard packages
	reading  sync.Mutex                // export data is decoded into byPath one at a time
	canon    map[hash]weak.Pointer[typed]
	bySource map[hash]*typed // the last outcome for a source key; pruned with the graphs
	workers  chan struct{}
	sizes    types.Sizes
}

// A typed is a dependency as its importers see it. Immutable.
type typed struct {
	pkg  *types.Package
	out  hash
	deps []*typed // keeps what pkg refers to, and makes the import map
}

type stdEntry struct {
	done  chan struct{}
	typed *typed
	err   error
}

const (
	kindStd   = "std"
	kindTypes = "types"
	kindFacts = "facts"
)

func newUniverse(s *Session) *universe {
	return &universe{
		s:        s,
		std:      make(map[string]*stdEntry),
		byPath:   make(map[string]*types.Package),
		canon:    make(map[hash]weak.Pointer[typed]),
		bySource: make(map[hash]*typed),
		workers:  make(chan struct{}, max(2, runtime.GOMAXPROCS(0))),
		sizes:    types.SizesFor("gc", s.tools.Arch),
	}
}

// A resolver type-checks the dependencies of one graph in one view.
type resolver struct {
	u *universe
	v view

	mu    sync.Mutex
	done  map[*node]*future
	facts map[factsAsked]factsAnswer // each node is asked for once, by however many ways it is imported
}

// A factsAsked is a question about a node's facts: wait says whether they are to be computed if they are not at hand.
type factsAsked struct {
	node *node
	wait bool
}

type factsAnswer struct {
	facts []byte
	ok    bool
}

type future struct {
	ready  chan struct{}
	typed  *typed
	source hash // of the node's own text and of what it imports
	err    error
}

func (u *universe) resolver(v view) *resolver {
	return &resolver{u: u, v: v, done: make(map[*node]*future), facts: make(map[factsAsked]factsAnswer)}
}

// need type-checks the nodes and everything below them, several at a time. A
// dependency that cannot be read is missing for those who import it, as in any
// code that does not compile; the only error is the context's.
func (r *resolver) need(ctx context.Context, nodes []*node) error {
	g, below := errgroup.WithContext(ctx)
	for _, n := range nodes {
		g.Go(func() error {
			if _, err := r.typed(below, n); err != nil && isCancel(err) {
				return err
			}
			return nil
		})
	}
	return g.Wait()
}

// typed returns a dependency, computing it at most once for this resolver.
func (r *resolver) typed(ctx context.Context, n *node) (*future, error) {
	r.mu.Lock()
	f, ok := r.done[n]
	if !ok {
		f = &future{ready: make(chan struct{})}
		r.done[n] = f
	}
	r.mu.Unlock()
	if !ok {
		f.typed, f.source, f.err = r.compute(ctx, n)
		close(f.ready)
	}
	select {
	case <-f.ready:
		return f, f.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (r *resolver) compute(ctx context.Context, n *node) (*typed, hash, error) {
	if n.std && n.path == n.id {
		t, err := r.u.standard(ctx, n)
		if err != nil {
			return nil, hash{}, err
		}
		return t, t.out, nil
	}
	if err := r.need(ctx, n.deps); err != nil {
		return nil, hash{}, err
	}
	source, err := r.source(n)
	if err != nil {
		return nil, hash{}, err
	}
	t, err := r.u.dependency(ctx, r, n, source)
	return t, source, err
}

// source hashes everything that the types of a package come from. The
// dependencies must be there.
func (r *resolver) source(n *node) (hash, error) {
	h := sha256.New()
	fmt.Fprintf(h, "types 1\n%s %s\n%s %s %s\n", r.u.s.tools.Version, r.u.s.tools.OS, r.u.s.tools.Arch, n.path, n.goLine)
	if n.frozen {
		fmt.Fprintf(h, "frozen %s %s\n%q\n", n.dir, n.version, n.files)
	} else {
		for _, file := range n.files {
			sum, err := r.v.sum(file)
			if err != nil {
				return hash{}, err
			}
			fmt.Fprintf(h, "%s %x\n", file, sum)
		}
	}
	for _, path := range sortedKeys(n.imports) {
		if f := r.get(n.imports[path]); f != nil && f.typed != nil {
			fmt.Fprintf(h, "%s %x\n", path, f.typed.out)
		}
	}
	return hash(h.Sum(nil)), nil
}

// get returns a finished dependency, or nil.
func (r *resolver) get(n *node) *future {
	r.mu.Lock()
	f := r.done[n]
	r.mu.Unlock()
	if f == nil {
		return nil
	}
	select {
	case <-f.ready:
		return f
	default:
		return nil
	}
}

// Import resolves the imports of one package out of the finished dependencies.
func (r *resolver) importer(n *node) types.Importer {
	return importFunc(func(path string) (*types.Package, error) {
		if path == "unsafe" {
			return types.Unsafe, nil
		}
		dep, ok := n.imports[path]
		if !ok {
			return nil, fmt.Errorf("package %s is not here", path)
		}
		f := r.get(dep)
		if f == nil || f.typed == nil {
			return nil, fmt.Errorf("package %s could not be read", path)
		}
		return f.typed.pkg, nil
	})
}

type importFunc func(path string) (*types.Package, error)

func (f importFunc) Import(path string) (*types.Package, error) { return f(path) }

// standard returns a package of the standard library: from the disk cache, or
// from source without bodies. Nothing of it is ever compiled.
func (u *universe) standard(ctx context.Context, n *node) (*typed, error) {
	for {
		u.mu.Lock()
		e, ok := u.std[n.path]
		if !ok {
			e = &stdEntry{done: make(chan struct{})}
			u.std[n.path] = e
		}
		u.mu.Unlock()
		if ok {
			select {
			case <-e.done:
			case <-ctx.Done():
				return nil, ctx.Err()
			}
			if e.err != nil && isCancel(e.err) {
				continue // whoever computed it gave up; now it is our turn
			}
			return e.typed, e.err
		}
		e.typed, e.err = u.makeStandard(ctx, n)
		if e.err != nil && isCancel(e.err) {
			u.mu.Lock()
			delete(u.std, n.path)
			u.mu.Unlock()
		}
		close(e.done)
		return e.typed, e.err
	}
}

func isCancel(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

func (u *universe) makeStandard(ctx context.Context, n *node) (*typed, error) {
	if n.path == "unsafe" {
		return &typed{pkg: types.Unsafe}, nil
	}
	t := &typed{deps: make([]*typed, len(n.deps))}
	g, below := errgroup.WithContext(ctx)
	for i, dep := range n.deps {
		g.Go(func() (err error) {
			t.deps[i], err = u.standard(below, dep)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	t.out = sha256.Sum256(fmt.Appendf(nil, "std 1\n%s %s %s %s\n%s %q", u.s.tools.Version, u.s.tools.Root, u.s.tools.OS, u.s.tools.Arch, n.path, n.files))

	if data, ok := u.s.cache.Get(kindStd, t.out); ok {
		u.reading.Lock()
		pkg, err := u.decode(data, u.byPath, n.path)
		u.reading.Unlock()
		if err == nil {
			t.pkg = pkg
			return t, nil
		}
		u.s.logf("cache: %s: %v", n.path, err)
	}
	resolved := make(map[string]*types.Package)
	for path, dep := range n.imports {
		for i, d := range n.deps {
			if d == dep {
				resolved[path] = t.deps[i].pkg
			}
		}
	}
	pkg, _, err := u.fromSource(ctx, view{disk: u.s.disk}, n, importFunc(func(path string) (*types.Package, error) {
		if path == "unsafe" {
			return types.Unsafe, nil
		}
		if pkg := resolved[path]; pkg != nil {
			return pkg, nil
		}
		return nil, fmt.Errorf("package %s is not here", path)
	}))
	if err != nil {
		return nil, err
	}
	u.reading.Lock()
	u.byPath[n.path] = pkg
	u.reading.Unlock()
	t.pkg = pkg
	u.s.later(func() {
		if data, err := u.encode(pkg, u.s.fset); err == nil {
			if err := u.s.cache.Put(kindStd, t.out, data); err != nil {
				u.s.logf("cache: %v", err)
			}
		}
	})
	return t, nil
}

// later queues work that nobody waits for: it runs after the check in hand.
func (s *Session) later(f func()) {
	s.mu.Lock()
	s.queue = append(s.queue, f)
	s.mu.Unlock()
}

// drain starts what was queued, one job after the other. Flush waits for it.
func (s *Session) drain() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.draining || len(s.queue) == 0 || s.closing.Err() != nil {
		return
	}
	s.draining = true
	s.background.Go(func() {
		for {
			s.mu.Lock()
			if len(s.queue) == 0 || s.closing.Err() != nil {
				s.draining = false
				s.mu.Unlock()
				return
			}
			job := s.queue[0]
			s.queue = s.queue[1:]
			s.mu.Unlock()
			job()
		}
	})
}

// dependency returns any other dependency, by way of export data always: what
// an importer sees is then the same from source, from disk and under go vet.
func (u *universe) dependency(ctx context.Context, r *resolver, n *node, source hash) (*typed, error) {
	u.mu.Lock()
	t := u.bySource[source]
	u.mu.Unlock()
	if t != nil {
		return t, nil
	}
	data, cached := u.s.cache.Get(kindTypes, source)
	if !cached || len(data) < len(hash{}) {
		pkg, files, err := u.fromSource(ctx, r.v, n, r.importer(n))
		if err != nil {
			return nil, err
		}
		// The package itself is read back from export data; nothing refers to
		// its files any more.
		defer u.s.forget(files)
		exported, err := u.encode(pkg, u.s.fset)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", n.path, err)
		}
		// Positions are left out of the name: moving a declaration by a line
		// changes nothing for those who use it.
		bare, err := u.encode(pkg, token.NewFileSet())
		if err != nil {
			return nil, fmt.Errorf("%s: %w", n.path, err)
		}
		sum := sha256.Sum256(bare)
		data = append(sum[:], exported...)
		u.s.later(func() {
			if err := u.s.cache.Put(kindTypes, source, data); err != nil {
				u.s.logf("cache: %v", err)
			}
		})
	}
	h := sha256.New()
	fmt.Fprintf(h, "out 1\n%s\n", n.path)
	h.Write(data[:len(hash{})])
	var deps []*typed
	for _, dep := range n.deps {
		if f := r.get(dep); f != nil && f.typed != nil {
			deps = append(deps, f.typed)
			fmt.Fprintf(h, "%s %x\n", dep.path, f.typed.out)
		}
	}
	out := hash(h.Sum(nil))

	u.reading.Lock()
	defer u.reading.Unlock()
	if t := u.canon[out].Value(); t != nil {
		u.learn(source, t)
		return t, nil
	}
	t = &typed{out: out, deps: deps}
	imports := make(map[string]*types.Package)
	t.collect(imports, make(map[*typed]bool))
	pkg, err := u.decode(data[len(hash{}):], imports, n.path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", n.path, err)
	}
	t.pkg = pkg
	u.canon[out] = weak.Make(t)
	u.learn(source, t)
	return t, nil
}

// learn remembers the outcome for a source key, and forgets old ones in bulk:
// they come back from disk.
func (u *universe) learn(source hash, t *typed) {
	u.mu.Lock()
	defer u.mu.Unlock()
	const many = 2048
	if len(u.bySource) > many {
		clear(u.bySource)
		for key, pointer := range u.canon {
			if pointer.Value() == nil {
				delete(u.canon, key)
			}
		}
	}
	u.bySource[source] = t
}

// collect gathers the packages below t, by path.
func (t *typed) collect(into map[string]*types.Package, seen map[*typed]bool) {
	for _, dep := range t.deps {
		if !seen[dep] {
			seen[dep] = true
			into[dep.pkg.Path()] = dep.pkg
			dep.collect(into, seen)
		}
	}
}

// decode reads export data; it returns an error for what it cannot read,
// where the reader below it panics.
func (u *universe) decode(data []byte, imports map[string]*types.Package, path string) (pkg *types.Package, err error) {
	defer func() {
		if p := recover(); p != nil {
			delete(imports, path)
			err = fmt.Errorf("export data of %s: %v", path, p)
		}
	}()
	return gcexportdata.Read(bytes.NewReader(data), u.s.fset, imports, path)
}

func (u *universe) encode(pkg *types.Package, fset *token.FileSet) (data []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: its declarations do not add up (%v)", pkg.Path(), p)
		}
	}()
	var b bytes.Buffer
	err = gcexportdata.Write(&b, fset, pkg)
	return b.Bytes(), err
}

// fromSource type-checks a package without its bodies. Errors in the code are
// no errors here: what can be known of the package is returned.
func (u *universe) fromSource(ctx context.Context, v view, n *node, importer types.Importer) (pkg *types.Package, files []*ast.File, err error) {
	select {
	case u.workers <- struct{}{}:
		defer func() { <-u.workers }()
	case <-ctx.Done():
		return nil, nil, ctx.Err()
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: type-checking failed: %v", n.path, p)
		}
	}()
	for _, name := range n.files {
		if ctx.Err() != nil {
			return nil, files, ctx.Err()
		}
		content, _, err := v.read(name)
		if err != nil {
			return nil, files, err
		}
		file, _ := parser.ParseFile(u.s.fset, name, content, parser.SkipObjectResolution)
		if file != nil && file.Name != nil {
			dropBodies(file)
			files = append(files, file)
		}
	}
	config := &types.Config{
		Importer:         importer,
		Sizes:            u.sizes,
		GoVersion:        n.goLine,
		IgnoreFuncBodies: true,
		FakeImportC:      true,
		Error:            func(error) {},
	}
	pkg, _ = config.Check(n.path, u.s.fset, files, nil)
	if pkg == nil {
		return nil, files, fmt.Errorf("%s: no package", n.path)
	}
	return pkg, files, nil
}

// forget takes the files of an edited package out of the file set, which
// would grow by them with every edit.
func (s *Session) forget(files []*ast.File) {
	for _, file := range files {
		if f := s.fset.File(file.FileStart); f != nil {
			s.fset.RemoveFile(f)
		}
	}
}

// dropBodies frees what nobody will look at.
func dropBodies(file *ast.File) {
	for _, decl := range file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok {
			f.Body = nil
		}
	}
}
