package explore_test

import (
	"strings"
	"testing"
)

// A semantics is a correct program that rests on what one construct means, and a change that
// makes it wrong: so the search is silent because it knows the construct, and not because it
// gave up.
type semantics struct {
	name          string
	test, library bool
	imports       string
	right         string
	old, new      string // of the source: replaced once, the program is wrong
	want          string // what is found then
}

func TestTheSearchKnowsWhatEachConstructMeans(t *testing.T) {
	var list []lesson
	for _, s := range constructs {
		if !strings.Contains(s.right, s.old) {
			t.Fatalf("%s: no %q", s.name, s.old)
		}
		right := lesson{name: s.name, test: s.test, library: s.library, imports: s.imports, source: s.right}
		wrong := right
		wrong.name, wrong.source, wrong.want = "wrong: "+s.name, strings.Replace(s.right, s.old, s.new, 1), s.want
		list = append(list, right, wrong)
	}
	searchLessons(t, list)
}

var constructs = []semantics{
	// What is before what (Go memory model).
	{name: "a send is before its receive", right: `
func main() {
	ch := make(chan int)
	n := 0
	go func() { n = 1; ch <- 1 }()
	<-ch
	println(n)
}
`, old: "n = 1; ch <- 1", new: "ch <- 1; n = 1", want: "race on n"},
	{name: "a receive from an unbuffered channel is before the send ends", right: `
func main() {
	ch := make(chan int)
	n := 0
	go func() { n = 1; <-ch }()
	ch <- 1
	println(n)
}
`, old: "make(chan int)", new: "make(chan int, 1)", want: "race on n"},
	{name: "a close is before the receive that it ends", right: `
func main() {
	done := make(chan bool)
	n := 0
	go func() { n = 1; close(done) }()
	<-done
	println(n)
}
`, old: "n = 1; close(done)", new: "close(done); n = 1", want: "race on n"},
	{name: "what is before go is before the goroutine", right: `
func main() {
	n := 1
	n = 2
	go func() { println(n) }()
}
`, old: "println(n) }()\n", new: "println(n) }()\n\tn = 3\n", want: "race on n"},
	{name: "a value that is handed over a channel changes its owner", right: `
type job struct{ n int }

func main() {
	jobs := make(chan *job)
	done := make(chan bool)
	go func() {
		for j := range jobs {
			j.n++
		}
		done <- true
	}()
	j := &job{}
	j.n = 1
	jobs <- j
	close(jobs)
	<-done
}
`, old: "close(jobs)", new: "j.n = 2\n\tclose(jobs)", want: "race on "},
	{name: "each goroutine has an element of its own", imports: "sync", right: `
func main() {
	var wg sync.WaitGroup
	list := make([]int, 2)
	for i := range list {
		wg.Go(func() { list[i] = i })
	}
	wg.Wait()
	println(list[0])
}
`, old: "list[i] = i", new: "list[0] = i", want: "race on list[0]"},
	{name: "an object is its maker's until it is published", imports: "sync", right: `
type T struct {
	mu sync.Mutex
	n  int
}

func main() {
	var wg sync.WaitGroup
	list := make(chan *T, 1)
	wg.Go(func() { t := <-list; t.mu.Lock(); t.n++; t.mu.Unlock() })
	t := &T{}
	t.n = 1
	list <- t
	wg.Wait()
}
`, old: "t.n = 1\n\tlist <- t", new: "list <- t\n\tt.n = 1", want: "race on "},
	{name: "an atomic publishes", imports: "sync/atomic", right: `
func main() {
	var ready atomic.Bool
	n := 0
	go func() { n = 1; ready.Store(true) }()
	if ready.Load() {
		println(n)
	}
}
`, old: "n = 1; ready.Store(true)", new: "ready.Store(true); n = 1", want: "race on n"},
	{name: "atomic functions do not race with each other", imports: "sync/atomic", right: `
func main() {
	var n int64
	done := make(chan bool)
	go func() { atomic.AddInt64(&n, 1); done <- true }()
	println(atomic.LoadInt64(&n))
	<-done
}
`, old: "atomic.LoadInt64(&n)", new: "n", want: "race on n"},
	{name: "a compare-and-swap has one winner", imports: "sync sync/atomic", right: `
func main() {
	var claimed atomic.Bool
	var wg sync.WaitGroup
	n := 0
	for range 2 {
		wg.Go(func() {
			if claimed.CompareAndSwap(false, true) {
				n++
			}
		})
	}
	wg.Wait()
}
`, old: "claimed.CompareAndSwap(false, true)", new: "!claimed.Load()", want: "race on n"},
	{name: "a sync.Map keeps itself", imports: "sync", right: `
func main() {
	var m sync.Map
	plain := make(map[string]int)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { m.Store("x", 1) })
	}
	wg.Wait()
	println(plain["x"])
}
`, old: `m.Store("x", 1)`, new: `m.Clear(); plain["x"] = 1`, want: "race on plain"},
	// Spawns and calls with semantics of their own.
	{name: "errgroup.Wait", imports: "golang.org/x/sync/errgroup", right: `
func main() {
	var g errgroup.Group
	a, b := 0, 0
	g.Go(func() error { a = 1; return nil })
	g.Go(func() error { b = 1; return nil })
	if err := g.Wait(); err == nil {
		println(a, b)
	}
}
`, old: "b = 1", new: "a = 2", want: "race on a"},
	{name: "errgroup's limit of one", imports: "golang.org/x/sync/errgroup", right: `
func main() {
	var g errgroup.Group
	g.SetLimit(1)
	n := 0
	for range 3 {
		g.Go(func() error { n++; return nil })
	}
	_ = g.Wait()
}
`, old: "SetLimit(1)", new: "SetLimit(2)", want: "race on n"},
	{name: "time.AfterFunc runs beside its caller", imports: "time", right: `
func main() {
	n := 0
	done := make(chan bool)
	time.AfterFunc(time.Second, func() { n++; close(done) })
	<-done
	n++
}
`, old: "<-done\n\tn++", new: "n++\n\t<-done", want: "race on n"},
	{name: "context.AfterFunc runs after the cancel", imports: "context", right: `
func main() {
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	done := make(chan bool)
	context.AfterFunc(ctx, func() { n++; close(done) })
	n++
	cancel()
	<-done
}
`, old: "n++\n\tcancel()", new: "cancel()\n\tn++", want: "race on n"},
	{name: "sync.OnceFunc runs once, and all wait for it", imports: "sync", right: `
func main() {
	n := 0
	fill := sync.OnceFunc(func() { n++ })
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { fill(); println(n) })
	}
	wg.Wait()
}
`, old: "sync.OnceFunc(func() { n++ })", new: "func() { n++ }", want: "race on n"},
	{name: "sync.OnceValue gives all the same", imports: "sync", right: `
func main() {
	n := 0
	get := sync.OnceValue(func() int { n++; return n })
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { println(get()) })
	}
	wg.Wait()
}
`, old: "sync.OnceValue(func() int { n++; return n })", new: "func() int { n++; return n }", want: "race on n"},
	{name: "sync.Once comes back to itself", imports: "sync", right: `
func main() {
	var a, b sync.Once
	a.Do(func() { b.Do(func() {}) })
	b.Do(func() {})
}
`, old: "b.Do(func() {})", new: "a.Do(func() {})", want: "stuck waiting for a Once"},
	{name: "sync.Cond", imports: "sync", right: `
func main() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := false
	go func() {
		mu.Lock()
		ready = true
		mu.Unlock()
		cond.Signal()
	}()
	mu.Lock()
	for !ready {
		cond.Wait()
	}
	mu.Unlock()
}
`, old: "\t\tcond.Signal()\n", new: "", want: "stuck waiting for a signal"},
	{name: "a Cond's Wait gives the lock away", imports: "sync", right: `
func main() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	n := 0
	go func() { mu.Lock(); n = 1; cond.Broadcast(); mu.Unlock() }()
	mu.Lock()
	for n == 0 {
		cond.Wait()
	}
	mu.Unlock()
}
`, old: "mu.Lock(); n = 1; cond.Broadcast(); mu.Unlock()", new: "n = 1; cond.Broadcast()", want: "race on n"},
	{name: "the end of a WithTimeout", imports: "context time", right: `
func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	<-ctx.Done()
}
`, old: "context.WithTimeout(context.Background(), time.Second)", new: "context.WithCancel(context.Background())\n\t_ = time.Second", want: "stuck waiting for a sender of a channel"},
	{name: "a cancel reaches the children", imports: "context", right: `
func main() {
	parent, cancel := context.WithCancel(context.Background())
	ctx, stop := context.WithCancel(parent)
	defer stop()
	go cancel()
	<-ctx.Done()
}
`, old: "context.WithCancel(parent)", new: "context.WithCancel(context.WithoutCancel(parent))", want: "stuck waiting for a sender of a channel"},
	{name: "WithoutCancel is not ended by its parent", imports: "context", right: `
func main() {
	parent, cancel := context.WithCancel(context.Background())
	ctx := context.WithValue(parent, "k", 1)
	cancel()
	<-ctx.Done()
}
`, old: `context.WithValue(parent, "k", 1)`, new: "context.WithoutCancel(parent)", want: "stuck waiting for a sender of a channel"},
	{name: "a timer that is stopped does not fire", imports: "time", right: `
func main() {
	timer := time.NewTimer(time.Second)
	<-timer.C
	timer.Stop()
}
`, old: "<-timer.C\n\ttimer.Stop()", new: "timer.Stop()\n\t<-timer.C", want: "stuck waiting for a sender of a channel"},
	{name: "a timer fires once, a ticker again and again", imports: "time", right: `
func main() {
	tick := time.NewTicker(time.Second)
	<-tick.C
	<-tick.C
	tick.Stop()
}
`, old: "NewTicker", new: "NewTimer", want: "stuck waiting for a sender of a channel"},
	// Channels as locks.
	{name: "a channel with room for one as a mutex", imports: "sync", right: `
func main() {
	lock := make(chan bool, 1)
	var wg sync.WaitGroup
	n := 0
	for range 2 {
		wg.Go(func() { lock <- true; n++; <-lock })
	}
	wg.Wait()
}
`, old: "make(chan bool, 1)", new: "make(chan bool, 2)", want: "race on n"},
	{name: "a token in a channel as a mutex", imports: "sync", right: `
func main() {
	token := make(chan bool, 1)
	token <- true
	var wg sync.WaitGroup
	n := 0
	for range 2 {
		wg.Go(func() { <-token; n++; token <- true })
	}
	wg.Wait()
}
`, old: "n++; token <- true", new: "token <- true; n++", want: "race on n"},
	{name: "a semaphore bounds who is at work", imports: "sync", right: `
func main() {
	sem := make(chan bool, 2)
	var wg sync.WaitGroup
	for range 3 {
		sem <- true
		wg.Go(func() { println("x"); <-sem })
	}
	wg.Wait()
}
`, old: "; <-sem", new: "", want: "stuck waiting for a receiver of a channel"},
	// Select.
	{name: "select with a default does not wait", right: `
func main() {
	ch := make(chan int)
	select {
	case ch <- 1:
	default:
	}
}
`, old: "\tdefault:\n", new: "", want: "stuck waiting for a receiver of a channel"},
	{name: "a case on a nil channel is never taken", right: `
func main() {
	var off chan int
	on := make(chan int, 1)
	on <- 1
	select {
	case <-off:
	case <-on:
	}
}
`, old: "\tcase <-on:\n", new: "", want: "stuck waiting for a sender of nil"},
	// The language.
	{name: "a labelled break leaves both", right: `
func main() {
	ch := make(chan int, 2)
	ch <- 1
	close(ch)
loop:
	for {
		select {
		case _, ok := <-ch:
			if !ok {
				break loop
			}
		}
	}
	done := make(chan bool, 1)
	done <- true
	<-done
}
`, old: "done <- true\n", new: "\n", want: "stuck waiting for a sender of a channel"},
	{name: "a labelled continue skips the unlock", imports: "sync", right: `
func main() {
	var mu sync.Mutex
outer:
	for i := range 2 {
		mu.Lock()
		for range 2 {
			if i == 0 {
				mu.Unlock()
				continue outer
			}
		}
		mu.Unlock()
	}
}
`, old: "\t\t\t\tmu.Unlock()\n\t\t\t\tcontinue", new: "\t\t\t\tcontinue", want: "stuck waiting for mu"},
	{name: "range over a function defers in the function around it", imports: "sync", right: `
var mu sync.Mutex

func each(yield func(int) bool) { _ = yield(1) && yield(2) }

func run() {
	for range each {
		mu.Lock()
		mu.Unlock()
	}
}

func main() { run() }
`, old: "mu.Unlock()", new: "defer mu.Unlock()", want: "stuck waiting for mu"},
	{name: "a break out of a range over a function", imports: "sync", right: `
var mu sync.Mutex

func each(yield func(int) bool) {
	mu.Lock()
	defer mu.Unlock()
	_ = yield(1) && yield(2)
}

func main() {
	for range each {
		break
	}
	mu.Lock()
	mu.Unlock()
}
`, old: "\tdefer mu.Unlock()\n\t_ = yield(1) && yield(2)", new: "\tif yield(1) {\n\t\tmu.Unlock()\n\t}", want: "stuck waiting for mu"},
	{name: "a deferred call sees the named result", right: `
func run() (ch chan int) {
	defer func() { ch <- 1 }()
	return make(chan int, 1)
}

func main() { <-run() }
`, old: "make(chan int, 1)", new: "make(chan int)", want: "stuck waiting for a receiver of ch"},
	{name: "deferred calls run last in, first out", imports: "sync", right: `
func main() {
	var mu sync.Mutex
	func() {
		mu.Lock()
		defer func() { mu.Lock(); mu.Unlock() }()
		defer mu.Unlock()
	}()
}
`, old: "defer func() { mu.Lock(); mu.Unlock() }()\n\t\tdefer mu.Unlock()", new: "defer mu.Unlock()\n\t\tdefer func() { mu.Lock(); mu.Unlock() }()", want: "stuck waiting for mu"},
	{name: "a generic method and a generic function", imports: "sync", right: `
type box[V any] struct {
	mu sync.Mutex
	v  V
}

func (b *box[V]) set(v V) { b.mu.Lock(); b.v = v; b.mu.Unlock() }

func both[V any](b *box[V], v, w V) {
	var wg sync.WaitGroup
	wg.Go(func() { b.set(v) })
	wg.Go(func() { b.set(w) })
	wg.Wait()
}

func main() { both(&box[string]{}, "a", "b") }
`, old: "b.mu.Lock(); b.v = v; b.mu.Unlock()", new: "b.v = v", want: "likely race on b.v; race on b.v"},
	{name: "a lock promoted from a pointer", imports: "sync", right: `
type inner struct {
	*sync.Mutex
	n int
}

type outer struct{ inner }

func main() {
	o := &outer{inner{Mutex: &sync.Mutex{}}}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { o.Lock(); o.n++; o.Unlock() })
	}
	wg.Wait()
}
`, old: "o.Lock(); o.n++; o.Unlock()", new: "o.n++", want: "race on o.inner.n"},
	{name: "a function returns the mutex", imports: "sync", right: `
type T struct {
	mu sync.Mutex
	n  int
}

func (t *T) lock() *sync.Mutex { return &t.mu }

func main() {
	t := &T{}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { mu := t.lock(); mu.Lock(); t.n++; mu.Unlock() })
	}
	wg.Wait()
}
`, old: "return &t.mu", new: "mu := t.mu; return &mu", want: "race on t.n"},
	{name: "a map of mutexes", imports: "sync", right: `
func main() {
	locks := map[string]*sync.Mutex{"a": {}, "b": {}}
	var wg sync.WaitGroup
	n := 0
	wg.Go(func() { locks["a"].Lock(); n++; locks["a"].Unlock() })
	wg.Go(func() { locks["a"].Lock(); n++; locks["a"].Unlock() })
	wg.Wait()
}
`, old: `locks["a"].Lock(); n++; locks["a"].Unlock()`, new: `locks["b"].Lock(); n++; locks["b"].Unlock()`, want: "race on n"},
	{name: "a slice of mutexes", imports: "sync", right: `
func main() {
	locks := make([]sync.Mutex, 2)
	var wg sync.WaitGroup
	n := 0
	wg.Go(func() { locks[0].Lock(); n++; locks[0].Unlock() })
	wg.Go(func() { locks[0].Lock(); n++; locks[0].Unlock() })
	wg.Wait()
}
`, old: "locks[0].Lock(); n++; locks[0].Unlock()", new: "locks[1].Lock(); n++; locks[1].Unlock()", want: "race on n"},
	{name: "a release that a function returns", imports: "sync", right: `
var mu sync.Mutex

func enter() func() { mu.Lock(); return mu.Unlock }

func main() {
	for range 2 {
		leave := enter()
		leave()
	}
}
`, old: "\t\tleave()\n", new: "\t\t_ = leave\n", want: "stuck waiting for mu"},
	{name: "a literal in a package initialiser", imports: "sync", right: `
var mu sync.Mutex
var n int
var inc = func() { mu.Lock(); n++; mu.Unlock() }

func main() {
	var wg sync.WaitGroup
	wg.Go(inc)
	wg.Go(inc)
	wg.Wait()
}
`, old: "mu.Lock(); n++; mu.Unlock()", new: "n++", want: "race on n"},
	// Programs that others run.
	{name: "HTTP handlers run beside each other", library: true, imports: "net/http sync", right: `
type S struct {
	mu sync.Mutex
	n  int
}

func (s *S) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mu.Lock(); s.n++; s.mu.Unlock() }
`, old: "s.mu.Lock(); s.n++; s.mu.Unlock()", new: "s.n++", want: "likely race on s.n"},
	{name: "a handler that main registers", imports: "net/http sync", right: `
func main() {
	var mu sync.Mutex
	n := 0
	mu.Lock()
	mu.Unlock()
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { mu.Lock(); n++; mu.Unlock() })
	_ = http.ListenAndServe(":8080", nil)
}
`, old: "mu.Lock(); n++; mu.Unlock()", new: "n++", want: "race on n"},
	{name: "parallel subtests go on when the test has returned", test: true, imports: "testing", right: `
func TestAll(t *testing.T) {
	n := 0
	t.Run("a", func(t *testing.T) { t.Parallel(); println(n) })
	t.Run("b", func(t *testing.T) { t.Parallel(); println(n) })
	n = 1
}
`, old: "println(n) })\n\tn = 1", new: "n = 1 })", want: "race on n"},
	{name: "what t.Cleanup calls is after the parallel subtests", test: true, imports: "testing", right: `
func TestAll(t *testing.T) {
	n := 0
	t.Cleanup(func() { println(n) })
	t.Run("a", func(t *testing.T) { t.Parallel(); n = 1 })
}
`, old: "t.Cleanup(func() { println(n) })", new: `t.Run("b", func(t *testing.T) { t.Parallel(); println(n) })`, want: "race on n"},
	{name: "a bubble ends with its goroutines", test: true, imports: "testing testing/synctest time", right: `
func TestBubble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ch := make(chan int)
		go func() { time.Sleep(time.Hour); ch <- 1 }()
		<-ch
	})
}
`, old: "\t\t<-ch\n", new: "", want: "stuck waiting for a receiver of ch"},
	{name: "synctest.Wait waits until the others cannot go on", test: true, imports: "testing testing/synctest", right: `
func TestBubble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := 0
		go func() { n = 1 }()
		synctest.Wait()
		println(n)
	})
}
`, old: "\t\tsynctest.Wait()\n", new: "", want: "race on n"},

	// What the library computes.
	{name: "slices.Contains and slices.Index look at what is in the list", imports: "slices", right: `
func main() {
	known := []int{3, 4}
	ch := make(chan int, slices.Index(known, 4))
	if slices.Contains(known, 3) {
		ch <- 1
	}
	<-ch
}
`, old: "slices.Contains(known, 3)", new: "slices.Contains(known, 5)", want: "stuck waiting for a sender of a channel"},
}
