package tasks_test

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

	"interleave/analyzers/internal/tasks"
)

// A supposition is a small package, and the calls that are supposed to run side by side in it.
type supposition struct {
	name, imports, source string
	functions             string   // listed as roots of their own
	drivers               []string // see describe
}

func TestCallsAreSupposedSideBySideWhereTheCodeSaysSo(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{"go.mod": "module m\n\ngo 1.26\n"}
	for i, s := range suppositions {
		var imports strings.Builder
		for _, path := range strings.Fields("sync " + s.imports) {
			fmt.Fprintf(&imports, "import %q\n", path)
		}
		files[fmt.Sprintf("p%d/p.go", i)] = "package p\n\n" + imports.String() + "\nvar _ sync.Mutex\n" + s.source
	}
	results := findAll(t, dir, files)
	for i, s := range suppositions {
		t.Run(s.name, func(t *testing.T) {
			r := results[fmt.Sprintf("m/p%d", i)]
			if r == nil {
				t.Fatal("no result")
			}
			if got := names(r.Functions); got != s.functions {
				t.Errorf("functions %q, want %q", got, s.functions)
			}
			if got := describe(r); !slices.Equal(got, s.drivers) {
				t.Errorf("drivers\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(s.drivers, "\n"))
			}
		})
	}
}

// findAll runs the pass over the packages of a module, by package path. The standard library
// gives no facts, as under go vet: what is not analysed is left out.
func findAll(t *testing.T, dir string, files map[string]string) map[string]*tasks.Result {
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
	cfg := &packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir, Env: append(os.Environ(), "GOWORK=off", "GOPROXY=off")}
	pkgs, err := packages.Load(cfg, "./...")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Fatalf("%s: %v", p.ID, e)
		}
		clear(p.Imports)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{tasks.Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	results := make(map[string]*tasks.Result)
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
		results[act.Package.PkgPath] = act.Result.(*tasks.Result)
	}
	return results
}

// describe lists drivers: their calls, each with the arguments that are objects 0 and 1, who makes
// object 0, and what else is supposed.
func describe(r *tasks.Result) (list []string) {
	for _, d := range r.Drivers {
		var calls []string
		for i, fn := range d.Calls {
			call := fn.Name()
			shared := make(map[int]string)
			for j, object := range d.Same[i] {
				if object == 0 || object == 1 {
					shared[object] = fn.Params[j].Name()
				}
			}
			var text []string
			for _, object := range slices.Sorted(maps.Keys(shared)) {
				text = append(text, shared[object])
			}
			calls = append(calls, call+"("+strings.Join(text, ", ")+")")
		}
		text := strings.Join(calls, " || ")
		if d.Make != nil {
			text += " of " + d.Make.Name()
		}
		for _, supposed := range []struct {
			is   bool
			what string
		}{
			{d.Before, "one before the other"}, {d.Handlers, "handlers"}, {d.OneOfEach, "one of each"}, {d.OneOnly, "one only"},
			{d.Own, "own"}, {d.Sole, "sole"}, {d.Solo, "solo"}, {d.Field != nil, "field"}, {d.Guard != nil, "guard"}, {len(d.Age) > 0, "after " + names(d.Age)},
		} {
			if supposed.is {
				text += ", " + supposed.what
			}
		}
		list = append(list, text)
	}
	return list
}

var suppositions = []supposition{
	{name: "HTTP handlers run beside each other and beside themselves", imports: "net/http", source: `
type S struct{ n int }

func NewS() *S { return &S{} }

func (s *S) Get(w http.ResponseWriter, r *http.Request) { s.n++ }
func (s *S) Put(w http.ResponseWriter, r *http.Request) { s.n-- }
func Free(w http.ResponseWriter, r *http.Request) {}
func (s *S) Log(r *http.Request) {}
`, drivers: []string{"Get(s) || Get(s) of NewS, handlers", "Get(s) || Put(s) of NewS, handlers", "Put(s) || Put(s) of NewS, handlers", "Free() || Free(), handlers"}},
	{name: "a method that serves HTTP is a handler", imports: "net/http", source: `
type S struct{ n int }

func (s *S) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.n++ }
`, drivers: []string{"ServeHTTP(s) || ServeHTTP(s), handlers"}},
	{name: "a plain use of an atomic field", imports: "sync/atomic", source: `
type T struct{ n int64 }

func (t *T) Inc() { atomic.AddInt64(&t.n, 1) }
func (t *T) Get() int64 { return t.n }
`, drivers: []string{"Inc(t) || Get(t)"}},
	{name: "atomic uses of an atomic field", imports: "sync/atomic", source: `
type T struct{ n int64 }

func (t *T) Inc() { atomic.AddInt64(&t.n, 1) }
func (t *T) Get() int64 { return atomic.LoadInt64(&t.n) }
`},
	{name: "a close beside a send without the lock", source: `
type T struct {
	mu sync.Mutex
	ch chan int
	closed bool
}

func (t *T) Send() {
	t.mu.Lock()
	closed := t.closed
	t.mu.Unlock()
	if !closed {
		t.ch <- 1
	}
}

func (t *T) Close() { t.mu.Lock(); t.closed = true; close(t.ch); t.mu.Unlock() }
`, drivers: []string{"Close() || Send(), one of each"}},
	{name: "a close and a send under one lock", source: `
type T struct {
	mu sync.Mutex
	ch chan int
	closed bool
}

func (t *T) Send() {
	t.mu.Lock()
	if !t.closed {
		t.ch <- 1
	}
	t.mu.Unlock()
}

func (t *T) Close() { t.mu.Lock(); t.closed = true; close(t.ch); t.mu.Unlock() }
`},
	{name: "an object that another one keeps under its lock is used without it", source: `
type session struct{ n int }

type Store struct {
	mu sync.Mutex
	m  map[string]*session
}

func (s *Store) Add(k string) { s.mu.Lock(); s.m[k] = &session{}; s.mu.Unlock() }
func (s *Store) Hit(k string) { s.mu.Lock(); s.m[k].n++; s.mu.Unlock() }
func (s *Store) Peek(k string) int { s.mu.Lock(); x := s.m[k]; s.mu.Unlock(); return x.n }
`, drivers: []string{"Peek() || Hit(), one of each, field"}},
	{name: "an object that is taken out belongs to who took it", source: `
type session struct{ n int }

type Store struct {
	mu sync.Mutex
	m  map[string]*session
}

func (s *Store) Add(k string) { s.mu.Lock(); s.m[k] = &session{}; s.mu.Unlock() }
func (s *Store) Hit(k string) { s.mu.Lock(); s.m[k].n++; s.mu.Unlock() }
func (s *Store) Take(k string) int { s.mu.Lock(); x := s.m[k]; delete(s.m, k); s.mu.Unlock(); return x.n }
`},
	{name: "an object with a lock of its own is used without that", source: `
type session struct {
	mu sync.Mutex
	n  int
}

func (s *session) Hit() { s.mu.Lock(); s.n++; s.mu.Unlock() }

type Store struct {
	mu sync.Mutex
	m  map[string]*session
}

func (s *Store) Add(k string) { s.mu.Lock(); s.m[k] = &session{}; s.mu.Unlock() }
func (s *Store) Get(k string) *session { s.mu.Lock(); defer s.mu.Unlock(); return s.m[k] }
func (s *Store) Sum() (n int) { s.mu.Lock(); for _, x := range s.m { n += x.n }; s.mu.Unlock(); return n }
`, drivers: []string{"Sum() || Hit(), one of each, field, guard"}},
	{name: "an object's own goroutine runs beside its methods", source: `
type T struct {
	n    int
	stop chan bool
}

func New() *T { t := &T{stop: make(chan bool)}; go t.run(); return t }

func (t *T) run() { for { select { case <-t.stop: return; default: t.n++ } } }
func (t *T) N() int { return t.n }
`, functions: "New", drivers: []string{"N(t) of New, own"}},
	{name: "an object's own goroutine that publishes what it wrote", source: `
type T struct {
	n    int
	done chan bool
}

func New() *T { t := &T{done: make(chan bool)}; go t.run(); return t }

func (t *T) run() { t.n = 1; close(t.done) }
func (t *T) N() int { <-t.done; return t.n }
`, functions: "New"},
	{name: "who recovers calls unknown code under a lock", source: `
type T struct {
	mu sync.Mutex
	f  func()
}

func (t *T) Call() {
	defer func() { _ = recover() }()
	t.mu.Lock()
	t.f()
	t.mu.Unlock()
}
`, drivers: []string{"Call(t) || Call(t)", "Call(t), solo"}},
	{name: "who recovers unlocks in a deferred call", source: `
type T struct {
	mu sync.Mutex
	f  func()
}

func (t *T) Call() {
	defer func() { _ = recover() }()
	t.mu.Lock()
	defer t.mu.Unlock()
	t.f()
}
`, drivers: []string{"Call(t), solo"}},
	{name: "two locks of one object in opposite orders", source: `
type T struct{ a, b sync.Mutex }

func (t *T) X() { t.a.Lock(); t.b.Lock(); t.b.Unlock(); t.a.Unlock() }
func (t *T) Y() { t.b.Lock(); t.a.Lock(); t.a.Unlock(); t.b.Unlock() }
`, drivers: []string{"X(t) || Y(t)"}},
	{name: "two locks of one object in one order", source: `
type T struct{ a, b sync.Mutex }

func (t *T) X() { t.a.Lock(); t.b.Lock(); t.b.Unlock(); t.a.Unlock() }
func (t *T) Y() { t.a.Lock(); t.b.Lock(); t.b.Unlock(); t.a.Unlock() }
`},
	{name: "locks of two types in opposite orders", source: `
type Room struct {
	mu    sync.Mutex
	users map[string]*User
}

type User struct {
	mu   sync.Mutex
	room *Room
	n    int
}

func (r *Room) Kick(k string) { r.mu.Lock(); u := r.users[k]; u.mu.Lock(); u.n++; u.mu.Unlock(); r.mu.Unlock() }
func (u *User) Leave() { u.mu.Lock(); u.room.mu.Lock(); delete(u.room.users, "x"); u.room.mu.Unlock(); u.mu.Unlock() }
`, drivers: []string{"Kick() || Leave(), one of each"}},
	{name: "a read lock taken twice beside a writer", source: `
type T struct {
	mu sync.RWMutex
	n  int
}

func (t *T) Get() int { t.mu.RLock(); defer t.mu.RUnlock(); return t.n }
func (t *T) Twice() int { t.mu.RLock(); defer t.mu.RUnlock(); return t.Get() + t.Get() }
func (t *T) Set() { t.mu.Lock(); t.n = 1; t.mu.Unlock() }
`, functions: "Twice", drivers: []string{"Twice(t) || Set(t)"}},
	{name: "a function leaves its lock on some ways", source: `
type T struct {
	mu sync.Mutex
	n  int
}

func (t *T) Set(n int) {
	t.mu.Lock()
	if n < 0 {
		return
	}
	t.n = n
	t.mu.Unlock()
}
`, drivers: []string{"Set(t) || Set(t)"}},
	{name: "a function is named for the lock that it keeps", source: `
type T struct {
	mu sync.Mutex
	n  int
}

func (t *T) TryEnter(n int) bool {
	t.mu.Lock()
	if n < 0 {
		t.mu.Unlock()
		return false
	}
	return true
}

func (t *T) Leave() { t.mu.Unlock() }
`},
	{name: "a reader asks the atomic with which the writer publishes", imports: "sync/atomic", source: `
type T struct {
	mu    sync.Mutex
	n     int
	ready atomic.Bool
}

func (t *T) Set() { t.mu.Lock(); t.n = 1; t.mu.Unlock(); t.ready.Store(true) }
func (t *T) Get() int { if t.ready.Load() { return t.n }; return 0 }
`},
	{name: "a reader asks nobody", imports: "sync/atomic", source: `
type T struct {
	mu    sync.Mutex
	n     int
	ready atomic.Bool
}

func (t *T) Set() { t.mu.Lock(); t.n = 1; t.mu.Unlock(); t.ready.Store(true) }
func (t *T) Get() int { return t.n }
`, drivers: []string{"Set(t) || Get(t)"}},
	{name: "constructors own what they make until others see it", source: `
type T struct {
	mu sync.Mutex
	n  int
}

func NewT(n int) *T { t := &T{}; t.n = n; return t }
func Open(n int) *T { t := new(T); t.fill(n); return t }
func (t *T) fill(n int) { t.n = n }
func init() { shared = &T{}; shared.n = 1 }

var shared *T

func (t *T) Set() { t.mu.Lock(); t.n = 1; t.mu.Unlock() }
`},
	{name: "a function whose comment leaves the lock to its callers", source: `
type T struct {
	mu sync.Mutex
	n  int
}

// Get returns n. The caller must hold t.mu.
func (t *T) Get() int { return t.n }

func (t *T) GetLocked() int { return t.n }

func (t *T) Set() { t.mu.Lock(); t.n = 1; t.mu.Unlock() }
`},
	{name: "package variables under a package's lock", source: `
var mu sync.Mutex
var count int

func Inc() { mu.Lock(); count++; mu.Unlock() }
func Dec() { mu.Lock(); count--; mu.Unlock() }
func Count() int { return count }
`, drivers: []string{"Inc() || Count()"}},
	{name: "methods of a generic type", source: `
type Box[V any] struct {
	mu sync.Mutex
	v  V
}

func NewBox[V any]() *Box[V] { return &Box[V]{} }

func (b *Box[V]) Set(v V) { b.mu.Lock(); b.v = v; b.mu.Unlock() }
func (b *Box[V]) Get() V { return b.v }
`, drivers: []string{"Set(b) || Get(b) of NewBox, after Set"}},
	{name: "an embedded lock", source: `
type T struct {
	sync.RWMutex
	n int
}

func (t *T) Inc() { t.Lock(); t.n++; t.Unlock() }
func (t *T) Get() int { t.RLock(); defer t.RUnlock(); return t.n }
func (t *T) Peek() int { return t.n }
`, drivers: []string{"Inc(t) || Peek(t)"}},
	{name: "a function that only its own locks and channels need", source: `
func Work() int { ch := make(chan int); go func() { ch <- 1 }(); return <-ch }
func Relocks() { var mu sync.Mutex; mu.Lock(); mu.Lock() }
func helper() { var wg sync.WaitGroup; wg.Go(func() {}); wg.Wait() }
func Calls() { helper() }
func ComesBack() { once.Do(func() { ComesBack() }) }
func Plain() { println("x") }

var once sync.Once
`, functions: "Work helper Calls Relocks ComesBack"},
	{name: "a timer's function runs beside a later call", imports: "time", source: `
type T struct{ n int }

func (t *T) Start() { time.AfterFunc(1, func() { t.n++ }) }
func (t *T) Get() int { return t.n }
`, functions: "Start", drivers: []string{"Start(t) || Get(t), one before the other, own"}},
	{name: "a function that is called at the end of a context runs beside a later call", imports: "context", source: `
type T struct{ n int }

func (t *T) Start(ctx context.Context) { context.AfterFunc(ctx, func() { t.n++ }) }
func (t *T) Get() int { return t.n }
`, functions: "Start", drivers: []string{"Start(t) || Get(t), one before the other, own"}},
	{name: "a group's goroutine runs beside a later call", source: `
type T struct {
	wg sync.WaitGroup
	n  int
}

func (t *T) Start() { t.wg.Go(func() { t.n++ }) }
func (t *T) Get() int { return t.n }
`, functions: "Start", drivers: []string{"Start(t) || Get(t), one before the other, own", "Start(t), own, sole"}},
	{name: "a literal that is called at once runs beside nothing", source: `
type T struct{ n int }

func (t *T) Start() { func() { t.n++ }() }
func (t *T) Get() int { return t.n }
`},
}

// A package with more candidates than maxDrivers is searched for the first ones.
func TestSoManyDriversAPackageHas(t *testing.T) {
	const most = tasks.MaxDrivers
	source := "package p\n\nimport \"sync\"\n"
	for i := range most + 10 {
		source += fmt.Sprintf("\ntype T%d struct {\n\tmu sync.Mutex\n\tn int\n}\n\nfunc (t *T%d) Set() { t.mu.Lock(); t.n = 1; t.mu.Unlock() }\n\nfunc (t *T%d) Get() int { return t.n }\n", i, i, i)
	}
	r := findAll(t, t.TempDir(), map[string]string{"go.mod": "module m\n\ngo 1.26\n", "p/p.go": source})["m/p"]
	if len(r.Drivers) != most {
		t.Errorf("%d drivers, want %d", len(r.Drivers), most)
	}
}
