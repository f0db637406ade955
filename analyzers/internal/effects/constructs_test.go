package effects_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
)

// A construct is one construct of the language or the standard library, with what
// the summaries of a package's functions say of it, see describe.
type construct struct {
	name    string
	imports string // apart from sync
	source  string
	want    map[string]string // by function
}

// declarations are there in every construct's package.
const declarations = `
type T struct {
	mu  sync.RWMutex
	n   int
	ok  bool
}

var global sync.Mutex

var total int
`

func TestEachConstructHasItsSummary(t *testing.T) {
	dir := t.TempDir()
	stub, err := filepath.Abs(filepath.Join("..", "..", "sharedstate", "testdata", "xsync"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"go.mod": "module m\n\ngo 1.26.0\n\nrequire golang.org/x/sync v0.24.0\n\nreplace golang.org/x/sync => " + filepath.ToSlash(stub) + "\n"}
	for i, c := range constructs {
		var imports strings.Builder
		for _, path := range strings.Fields("sync " + c.imports) {
			fmt.Fprintf(&imports, "import %q\n", path)
		}
		files[fmt.Sprintf("p%d/p.go", i)] = "package p\n\n" + imports.String() + declarations + c.source
	}
	results := summariseAll(t, dir, files)
	for i, c := range constructs {
		t.Run(c.name, func(t *testing.T) {
			r := results[fmt.Sprintf("m/p%d", i)]
			if r == nil {
				t.Fatal("no result")
			}
			for name, want := range c.want {
				if got := describe(r, called(t, r, name)); got != want {
					t.Errorf("%s: %q, want %q", name, got, want)
				}
			}
		})
	}
}

// summariseAll runs the pass over the packages of a module, by package path. The standard
// library gives no facts, as under go vet: what is not analysed is left out.
func summariseAll(t *testing.T, dir string, files map[string]string) map[string]*effects.Result {
	t.Helper()
	results := make(map[string]*effects.Result)
	for _, act := range actionsOf(t, dir, files) {
		results[act.Package.PkgPath] = act.Result.(*effects.Result)
	}
	return results
}

func actionsOf(t *testing.T, dir string, files map[string]string) []*checker.Action {
	t.Helper()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cfg := &packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir, Env: append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "GOPROXY=off")}
	pkgs, err := packages.Load(cfg, "./...")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Fatalf("%s: %v", p.ID, e)
		}
		maps.DeleteFunc(p.Imports, func(path string, _ *packages.Package) bool { return !strings.HasPrefix(path, "m/") })
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{effects.Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
	}
	return graph.Roots
}

// called finds a function by its name: "Inc", "Inc$1", or "T.Inc" where types have methods of one name.
func called(t *testing.T, r *effects.Result, name string) *ssa.Function {
	t.Helper()
	owner, method, qualified := strings.Cut(name, ".")
	for _, fn := range r.Order {
		recv := fn.Signature.Recv()
		switch {
		case !qualified && fn.Name() == name:
			return fn
		case qualified && fn.Name() == method && recv != nil && strings.HasSuffix(recv.Type().String(), "."+owner):
			return fn
		}
	}
	var all []string
	for _, fn := range r.Order {
		all = append(all, fn.Name())
	}
	t.Fatalf("no function %s among %s", name, strings.Join(all, " "))
	return nil
}

// describe says what the summary of a function holds: how it is called, its uses of fields and
// variables with the locks held there, what it does to locks and channels.
func describe(r *effects.Result, fn *ssa.Function) string {
	f := r.Functions[fn]
	var list []string
	say := func(format string, args ...any) { list = append(list, fmt.Sprintf(format, args...)) }
	if f.Task {
		say("started by %s", namesOf(f.Starters))
	}
	if len(f.Callers) > 0 {
		say("called by %s", namesOf(f.Callers))
	}
	if f.Lent {
		say("lent")
	}
	if len(f.Entry) > 0 {
		say("entered with %s", locks(f.Entry))
	}
	for _, uses := range []struct {
		list []effects.Access
		kind string
	}{{f.Accesses, ""}, {f.Globals, ""}, {f.Atomics, "atomic "}, {f.Found, ""}} {
		for _, a := range uses.list {
			what := "reads "
			if a.Write {
				what = "writes "
			}
			what = uses.kind + what + a.Path.String()
			if a.Path.Root == nil {
				what += a.Path.Last.Name()
			}
			what += under(a.Must)
			if len(a.Must) != len(a.May) {
				what += ", perhaps" + under(a.May)
			}
			say("%s", what)
		}
	}
	for _, u := range f.Channels {
		what := "sends to "
		if u.Close {
			what = "closes "
		}
		say("%s%s%s", what, u.Field.Name(), under(u.Must))
	}
	for _, a := range f.Acquires {
		say("takes %s%s", locks([]effects.Held{a.Lock}), under(a.Held))
	}
	if len(f.Exposed) > 0 {
		say("a panic leaves %s", locks(f.Exposed))
	}
	if len(f.Net) > 0 {
		say("keeps %s", locks(f.Net))
	}
	for _, l := range f.Leaves {
		say("keeps %s on some ways", locks([]effects.Held{l.Held}))
	}
	for _, p := range f.Drops {
		say("gives back %s", p)
	}
	return strings.Join(list, "; ")
}

func locks(list []effects.Held) string { return strings.Join(paths(list), " and ") }

func under(list []effects.Held) string {
	if len(list) == 0 {
		return ""
	}
	return " under " + locks(list)
}

func namesOf(fns []*ssa.Function) string {
	var list []string
	for _, fn := range fns {
		list = append(list, fn.Name())
	}
	slices.Sort(list)
	return strings.Join(slices.Compact(list), " and ")
}

var constructs = []construct{
	{"a generic function is the one that was written", "", `
func set[V any](p *T, v V) { p.mu.Lock(); p.n = 1; p.mu.Unlock() }
func locked[V any](p *T, v V) V { p.mu.Lock(); return v }
func Int(t *T) { set(t, 1) }
func Text(t *T) { set(t, "x") }
func Kept(t *T) { locked(t, "x"); t.n = 1; t.mu.Unlock() }
`, map[string]string{
		"set":  "called by Int and Text; writes p.n under p.mu; takes p.mu",
		"Int":  "takes t.mu",
		"Kept": "writes t.n under t.mu; takes t.mu",
	}},
	{"a method of a generic type is the one that was written", "", `
type Box[V any] struct {
	mu sync.Mutex
	v  V
}

func (b *Box[V]) lock() { b.mu.Lock() }
func (b *Box[V]) set(v V) { b.v = v }
func (b *Box[V]) Set(v V) { b.lock(); b.set(v); b.mu.Unlock() }
func Ints(b *Box[int]) { b.lock(); b.v = 1; b.mu.Unlock() }
func Texts(b *Box[string]) { b.Set("x") }
`, map[string]string{
		"lock":  "called by Ints and Set; takes b.mu; keeps b.mu",
		"set":   "called by Set; entered with b.mu; writes b.v under b.mu",
		"Set":   "called by Texts; takes b.mu",
		"Ints":  "writes b.v under b.mu; takes b.mu",
		"Texts": "takes b.mu",
	}},
	{"an embedded lock is a field", "", `
type E struct {
	sync.Mutex
	n int
}

func (e *E) Inc() { e.Lock(); defer e.Unlock(); e.n++ }
func (e *E) Field() { e.Mutex.Lock(); e.n++; e.Unlock() }
`, map[string]string{
		"Inc":   "reads e.n under e.Mutex; writes e.n under e.Mutex; takes e.Mutex",
		"Field": "reads e.n under e.Mutex; writes e.n under e.Mutex; takes e.Mutex",
	}},
	{"a lock is promoted from a struct inside", "", `
type inner struct {
	sync.RWMutex
	n int
}

type Outer struct {
	inner
	m int
}

func (o *Outer) Both() { o.Lock(); o.n, o.m = 1, 2; o.Unlock() }
func (o *Outer) Read() int { o.RLock(); defer o.RUnlock(); return o.m }
`, map[string]string{
		"Both": "writes o.inner.n under o.inner.RWMutex; writes o.m under o.inner.RWMutex; takes o.inner.RWMutex",
		"Read": "reads o.m under o.inner.RWMutex (read); takes o.inner.RWMutex (read)",
	}},
	{"a lock is promoted from a pointer inside", "", `
type inner struct{ mu sync.Mutex }

func (i *inner) lock() { i.mu.Lock() }
func (i *inner) unlock() { i.mu.Unlock() }

type Outer struct {
	*inner
	n int
}

func (o *Outer) Inc() { o.lock(); o.n++; o.unlock() }
`, map[string]string{
		"Inc": "reads o.inner; reads o.n under o.inner.mu; writes o.n under o.inner.mu; reads o.inner under o.inner.mu; takes o.inner.mu",
	}},
	{"a lock in a struct by value inside another one", "", `
type state struct {
	mu sync.Mutex
	n  int
}

type Server struct{ state state }

func (s *Server) Inc() { s.state.mu.Lock(); s.state.n++; s.state.mu.Unlock() }
func (s *Server) Other(o *Server) { s.state.mu.Lock(); o.state.n++; s.state.mu.Unlock() }
`, map[string]string{
		"Inc":   "reads s.state.n under s.state.mu; writes s.state.n under s.state.mu; takes s.state.mu",
		"Other": "reads o.state.n under s.state.mu; writes o.state.n under s.state.mu; takes s.state.mu",
	}},
	{"a sync.Locker's lock is not known", "", `
func Locker(l sync.Locker, t *T) { l.Lock(); t.n = 1; l.Unlock() }
`, map[string]string{
		"Locker": "writes t.n",
	}},
	{"a method that an interface calls may be called by anybody", "", `
type Setter interface{ set() }

func (t *T) set() { t.n = 1 }
func (t *T) Set() { t.mu.Lock(); t.set(); t.mu.Unlock() }
func All(t *T, list []Setter) { t.mu.Lock(); for _, s := range list { s.set() }; t.mu.Unlock() }
`, map[string]string{
		"set": "called by Set; writes t.n",
		"Set": "takes t.mu",
	}},
	{"recover leaves the deferred unlock in force", "", `
func (t *T) Safe(f func()) {
	defer func() { _ = recover() }()
	t.mu.Lock()
	defer t.mu.Unlock()
	f()
	t.n = 1
}
func (t *T) After(f func()) (err any) {
	defer func() { err = recover(); t.n = 2 }()
	t.mu.Lock()
	f()
	t.mu.Unlock()
	return nil
}
`, map[string]string{
		"Safe":    "writes t.n under t.mu; takes t.mu",
		"After":   "takes t.mu; a panic leaves t.mu",
		"After$1": "writes t.n",
	}},
	{"range over a function", "", `
func each(yield func(int) bool) { _ = yield(1) && yield(2) }
func (t *T) All() { t.mu.Lock(); for i := range each { t.n = i }; t.mu.Unlock() }
func (t *T) Inside() { for i := range each { t.mu.Lock(); t.n = i; t.mu.Unlock() } }
func (t *T) Deferred() { for i := range each { t.mu.Lock(); defer t.mu.Unlock(); t.n = i; break } }
`, map[string]string{
		"All":        "takes t.mu",
		"Inside$1":   "writes t.n under t.mu; takes t.mu",
		"Deferred":   "",
		"Deferred$1": "writes t.n under t.mu; takes t.mu",
	}},
	{"labelled break and continue", "", `
func (t *T) Break(list [][]int) {
outer:
	for _, row := range list {
		t.mu.Lock()
		for _, n := range row {
			if n == 0 { t.mu.Unlock(); break outer }
			if n == 1 { t.mu.Unlock(); continue outer }
			t.n = n
		}
		t.mu.Unlock()
	}
	t.ok = true
}
func (t *T) Leaves(list [][]int) {
outer:
	for _, row := range list {
		t.mu.Lock()
		for _, n := range row {
			if n == 0 { break outer }
			t.n = n
		}
		t.mu.Unlock()
	}
	t.ok = true
}
`, map[string]string{
		"Break":  "writes t.ok; writes t.n under t.mu; takes t.mu",
		"Leaves": "writes t.ok, perhaps under t.mu; writes t.n under t.mu; takes t.mu; keeps t.mu on some ways",
	}},
	{"select with and without default", "", `
type C struct {
	mu   sync.Mutex
	n    int
	out  chan int
	done chan struct{}
}

func (c *C) Wait() {
	c.mu.Lock()
	select {
	case c.out <- 1:
		c.n = 1
	case <-c.done:
		c.mu.Unlock()
		return
	}
	c.mu.Unlock()
}
func (c *C) Try() {
	select {
	case c.out <- 1:
		c.mu.Lock()
		c.n = 1
		c.mu.Unlock()
	default:
		c.n = 2
	}
}
func (c *C) Close() { c.mu.Lock(); defer c.mu.Unlock(); close(c.out) }
`, map[string]string{
		"Wait":  "reads c.out under c.mu; reads c.done under c.mu; writes c.n under c.mu; sends to out under c.mu; takes c.mu",
		"Try":   "reads c.out; writes c.n under c.mu; writes c.n; sends to out; takes c.mu",
		"Close": "reads c.out under c.mu; closes out under c.mu; takes c.mu",
	}},
	{"named results", "", `
func (t *T) Get() (n int, ok bool) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	n, ok = t.n, t.ok
	return
}
`, map[string]string{
		"Get": "reads t.n under t.mu (read); reads t.ok under t.mu (read); takes t.mu (read)",
	}},
	{"go starts a function, a literal and a method, none of them under the lock", "", `
func (t *T) run() { t.n = 1 }
func free(t *T) { t.n = 2 }
func (t *T) Start() { t.mu.Lock(); go t.run(); go free(t); go func() { t.n = 3 }(); t.mu.Unlock() }
`, map[string]string{
		"run":     "started by Start; writes t.n",
		"free":    "started by Start; writes t.n",
		"Start$1": "started by Start; writes t.n",
		"Start":   "takes t.mu",
	}},
	{"wg.Go", "", `
func (t *T) run() { t.n = 1 }
func (t *T) Start() { var wg sync.WaitGroup; t.mu.Lock(); wg.Go(t.run); wg.Go(func() { t.n = 2 }); wg.Wait(); t.mu.Unlock() }
`, map[string]string{
		"run":     "started by Start; writes t.n",
		"Start$1": "started by Start; writes t.n",
	}},
	{"errgroup", "golang.org/x/sync/errgroup", `
func (t *T) run() error { t.n = 1; return nil }
func (t *T) Start() error { var g errgroup.Group; t.mu.Lock(); defer t.mu.Unlock(); g.Go(t.run); g.TryGo(func() error { t.n = 2; return nil }); return g.Wait() }
`, map[string]string{
		"run":     "started by Start; writes t.n",
		"Start$1": "started by Start; writes t.n",
	}},
	{"time.AfterFunc", "time", `
func (t *T) fire() { t.n = 1 }
func (t *T) Start() { t.mu.Lock(); time.AfterFunc(time.Second, t.fire); time.AfterFunc(time.Second, func() { t.n = 2 }); t.mu.Unlock() }
`, map[string]string{
		"fire":    "started by Start; writes t.n",
		"Start$1": "started by Start; writes t.n",
	}},
	{"context.AfterFunc", "context", `
func (t *T) Start(ctx context.Context) { t.mu.Lock(); defer t.mu.Unlock(); context.AfterFunc(ctx, func() { t.n = 1 }) }
`, map[string]string{
		"Start$1": "started by Start; writes t.n",
	}},
	{"sync.Once and sync.OnceFunc", "", `
type L struct {
	once sync.Once
	mu   sync.Mutex
	m    map[string]int
}

func (l *L) fill() { l.m = make(map[string]int) }
func (l *L) Get() int { l.once.Do(l.fill); return l.m["x"] }
func (t *T) Func() { t.mu.Lock(); f := sync.OnceFunc(func() { t.n = 1 }); f(); t.mu.Unlock() }
func (t *T) Value() int { f := sync.OnceValue(t.value); return f() }
func (t *T) value() int { return t.n }
`, map[string]string{
		"Get":    "reads l.m; reads l.m",
		"Func":   "takes t.mu; a panic leaves t.mu",
		"Func$1": "writes t.n",
		"value":  "reads t.n",
	}},
	{"sync.Cond", "", `
type Q struct {
	mu   sync.Mutex
	cond *sync.Cond
	n    int
}

func (q *Q) Get() { q.mu.Lock(); for q.n == 0 { q.cond.Wait() }; q.n--; q.mu.Unlock() }
`, map[string]string{
		"Get": "reads q.cond under q.mu; reads q.n under q.mu; writes q.n under q.mu; reads q.n under q.mu; takes q.mu",
	}},
	{"types of sync/atomic are no plain fields", "sync/atomic", `
type A struct {
	n    atomic.Int64
	p    atomic.Pointer[T]
	v    atomic.Value
	mu   sync.Mutex
	flat int64
}

func (a *A) Types() { a.n.Add(1); a.p.Store(nil); a.v.Store(1) }
func (a *A) Functions() int64 { atomic.AddInt64(&a.flat, 1); return atomic.LoadInt64(&a.flat) }
func (a *A) Locked() { a.mu.Lock(); atomic.StoreInt64(&a.flat, 1); a.flat = 2; a.mu.Unlock() }
`, map[string]string{
		"Types":     "",
		"Functions": "atomic writes a.flat; atomic reads a.flat",
		"Locked":    "writes a.flat under a.mu; atomic writes a.flat under a.mu; takes a.mu",
	}},
	{"context.With* and timers under a lock", "context time", `
func (t *T) Run(ctx context.Context) {
	t.mu.Lock()
	defer t.mu.Unlock()
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	timer := time.NewTimer(time.Second)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
	t.n = 1
}
`, map[string]string{
		"Run": "writes t.n under t.mu; reads ?C under t.mu; takes t.mu",
	}},
	{"a channel as a semaphore and as a mutex is no lock", "", `
type S struct {
	sem chan struct{}
	n   int
}

func (s *S) Limited() { s.sem <- struct{}{}; s.n++; <-s.sem }
func (s *S) Deferred() { s.sem <- struct{}{}; defer func() { <-s.sem }(); s.n++ }
`, map[string]string{
		"Limited":  "reads s.sem; reads s.n; writes s.n; reads s.sem; sends to sem",
		"Deferred": "reads s.sem; reads s.n; writes s.n; sends to sem",
	}},
	{"locks and channels in maps and slices", "", `
type shard struct {
	mu sync.Mutex
	n  int
}

type M struct {
	shards []shard
	byName map[string]*shard
	locks  map[string]*sync.Mutex
	subs   map[string]chan int
	list   []chan int
	n      int
}

func (m *M) Shard(i int) { m.shards[i].mu.Lock(); m.shards[i].n++; m.shards[i].mu.Unlock() }
func (m *M) Named(k string) { s := m.byName[k]; s.mu.Lock(); s.n++; s.mu.Unlock() }
func (m *M) Mutex(k string) { mu := m.locks[k]; mu.Lock(); m.n++; mu.Unlock() }
func (m *M) Send(k string) { m.subs[k] <- 1 }
func (m *M) All() { for _, ch := range m.list { ch <- 1 } }
func (m *M) Close(k string) { close(m.subs[k]); delete(m.subs, k) }
`, map[string]string{
		"Shard": "reads m.shards; reads m.shards under ?.mu; reads m.shards under ?.mu; reads ?n under ?.mu; writes ?n under ?.mu; takes ?.mu",
		"Named": "reads m.byName; reads m.byName; reads ?n under ?.mu; writes ?n under ?.mu; takes ?.mu",
		"Mutex": "reads m.locks; reads m.locks; reads m.n; writes m.n",
		"Send":  "reads m.subs; reads m.subs; sends to subs",
		"All":   "reads m.list; reads m.list; sends to list",
		"Close": "reads m.subs; reads m.subs; reads m.subs; writes m.subs; closes subs",
	}},
	{"locks passed to functions", "", `
func lock(mu *sync.Mutex) { mu.Lock() }
func with(mu *sync.Mutex, f func()) { mu.Lock(); defer mu.Unlock(); f() }
type P struct {
	mu sync.Mutex
	n  int
}

func (p *P) Inc() { lock(&p.mu); p.n++; p.mu.Unlock() }
func (p *P) Lent() { with(&p.mu, func() { p.n++ }) }
func (p *P) Twice(q *P) { with(&p.mu, func() { with(&q.mu, func() { p.n, q.n = 1, 2 }) }) }
func Global() { lock(&global); total++; global.Unlock() }
`, map[string]string{
		"lock":      "called by Global and Inc; takes mu; keeps mu",
		"with":      "called by Lent and Twice and Twice$1; takes mu",
		"Inc":       "reads p.n under p.mu; writes p.n under p.mu; takes p.mu",
		"Lent$1":    "lent; entered with p.mu; reads p.n under p.mu; writes p.n under p.mu",
		"Twice":     "takes p.mu; takes q.mu under p.mu",
		"Twice$1":   "lent; entered with p.mu; takes q.mu",
		"Twice$1$1": "lent; entered with p.mu and q.mu; writes p.n under p.mu and q.mu; writes q.n under p.mu and q.mu",
		"Global":    "reads total under global; writes total under global; takes global",
	}},
	{"a lock that a function returns is not known", "", `
type R struct {
	mu sync.Mutex
	n  int
}

func (r *R) lock() *sync.Mutex { return &r.mu }
func (r *R) Inc() { mu := r.lock(); mu.Lock(); r.n++; mu.Unlock() }
func find(list []*R) *R { return list[0] }
func Found(list []*R) { r := find(list); r.mu.Lock(); r.n++; r.mu.Unlock() }
func (r *R) enter() func() { r.mu.Lock(); return r.mu.Unlock }
`, map[string]string{
		"Inc":   "reads r.n; writes r.n",
		"Found": "reads ?n under ?.mu; writes ?n under ?.mu; takes ?.mu",
		"enter": "takes r.mu; keeps r.mu",
	}},
	{"a lock in a local variable", "", `
func Local() int {
	var mu sync.Mutex
	n := struct{ v int }{}
	var wg sync.WaitGroup
	wg.Go(func() { mu.Lock(); n.v++; mu.Unlock() })
	wg.Wait()
	return n.v
}
func Alias(t *T) { u := t; u.mu.Lock(); t.n = 1; u.mu.Unlock() }
func Pointer(t *T) { mu := &t.mu; mu.Lock(); t.n = 1; mu.Unlock() }
`, map[string]string{
		"Local":   "reads n.v",
		"Local$1": "started by Local; reads n.v under mu; writes n.v under mu; takes mu",
		"Alias":   "writes t.n under t.mu; takes t.mu",
		"Pointer": "writes t.n under t.mu; takes t.mu",
	}},
	{"literals of package initialisers", "", `
var hook = func(t *T) { t.mu.Lock(); t.n = 1; total = 1; t.mu.Unlock() }
var hooks = map[string]func(){"x": func() { global.Lock(); total = 2; global.Unlock() }}
var nested = func() func() { return func() { total = 3 } }()
`, map[string]string{
		"init$1":   "writes t.n under t.mu; writes total under t.mu; takes t.mu",
		"init$2":   "writes total under global; takes global",
		"init$3$1": "writes total",
	}},
	{"a method value may be called under any lock", "", `
func (t *T) set() { t.n = 1 }
func (t *T) Value() { t.mu.Lock(); f := t.set; f(); t.mu.Unlock() }
func (t *T) inc() { t.n++ }
func (t *T) Direct() { t.mu.Lock(); t.inc(); t.mu.Unlock() }
`, map[string]string{
		"set":    "writes t.n",
		"Direct": "takes t.mu",
		"inc":    "called by Direct; entered with t.mu; reads t.n under t.mu; writes t.n under t.mu",
	}},
}
