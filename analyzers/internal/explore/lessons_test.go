package explore_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"interleave/analyzers/internal/explore"
)

// A lesson is a small program and what the search is to make of it.
type lesson struct {
	name string
	// test: the source stands in a test file; library: in a package that is no program.
	test, library bool
	imports       string // apart from sync and time
	source        string
	want          string // what is found, see findings
	gaveUp        string // why ways were left, see reasons; "" if the searches came to their end
	// costs, if not nil, looks at what the searches cost.
	costs func(t *testing.T, searches []explore.Search)
}

// What earlier versions of the search got wrong, or got right with some care: one small program for each.
func TestTheSearchKeepsItsLessons(t *testing.T) { searchLessons(t, lessons) }

// searchLessons searches all programs at once, because most of the time goes into loading.
func searchLessons(t *testing.T, lessons []lesson) {
	t.Helper()
	dir := t.TempDir()
	stub, err := filepath.Abs(filepath.Join("..", "..", "sharedstate", "testdata", "xsync"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "go.mod"), "module lessons\n\ngo 1.26.0\n\nrequire golang.org/x/sync v0.24.0\n\nreplace golang.org/x/sync => "+filepath.ToSlash(stub)+"\n")
	for i, l := range lessons {
		name, file := "main", "main.go"
		if l.library || l.test {
			name = "p"
		}
		if l.test {
			file = "p_test.go"
		}
		var source strings.Builder
		fmt.Fprintf(&source, "package %s\n\nimport (\n", name)
		for _, path := range strings.Fields(l.imports) {
			fmt.Fprintf(&source, "\t%q\n", path)
		}
		source.WriteString(")\n")
		write(t, filepath.Join(dir, fmt.Sprintf("p%d", i), file), source.String()+l.source)
	}
	results := search(t, dir)
	for i, l := range lessons {
		t.Run(l.name, func(t *testing.T) {
			id := fmt.Sprintf("lessons/p%d", i)
			if l.test {
				id += fmt.Sprintf(" [%s.test]", id)
			}
			s, ok := results[id]
			if !ok {
				t.Fatalf("no result for %s among %v", id, slices.Sorted(maps.Keys(results)))
			}
			if got := findings(s.result); got != l.want {
				t.Errorf("found %q, want %q", got, l.want)
			}
			if got := reasons(s.result); got != l.gaveUp {
				t.Errorf("gave up %q, want %q", got, l.gaveUp)
			}
			if l.costs != nil {
				l.costs(t, s.result.Searches)
			}
		})
	}
}

// findings lists what was found: what is raced for, waited for, or panics.
func findings(r *explore.Result) string {
	var list []string
	for _, o := range r.Outcomes {
		var text string
		switch o.Kind {
		case explore.Race:
			text = "race on " + o.Accesses[0].Name
		case explore.Stuck:
			var waits []string
			for _, b := range o.Blocked {
				waits = append(waits, b.What())
			}
			slices.Sort(waits)
			text = "stuck waiting for " + strings.Join(waits, " and ")
		case explore.Crash:
			text = "panic: " + o.Crash.Panic
		}
		if o.Guessed {
			text = "likely " + text
		}
		list = append(list, text)
	}
	slices.Sort(list)
	return strings.Join(slices.Compact(list), "; ")
}

// reasons lists why the searches left ways.
func reasons(r *explore.Result) string {
	var list []string
	for _, s := range r.Searches {
		list = slices.AppendSeq(list, maps.Keys(s.GaveUp))
	}
	slices.Sort(list)
	return strings.Join(slices.Compact(list), "; ")
}

// scaledOf returns the search in the small.
func scaledOf(t *testing.T, searches []explore.Search) explore.Search {
	t.Helper()
	i := slices.IndexFunc(searches, func(s explore.Search) bool { return s.Scaled })
	if i < 0 {
		t.Fatalf("none in the small: %v", searches)
	}
	return searches[i]
}

// largeTests are tests that no budget suffices for: their loops are independent of each other.
func largeTests(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `
func TestLarge%d(t *testing.T) {
	var a, b, c, d sync.Mutex
	var wg sync.WaitGroup
	work := func(mu *sync.Mutex, turns int) {
		for range turns {
			mu.Lock()
			println("x")
			mu.Unlock()
		}
	}
	wg.Go(func() { work(&a, 11) })
	wg.Go(func() { work(&b, 12) })
	wg.Go(func() { work(&c, 13) })
	wg.Go(func() { work(&d, 14) })
	wg.Wait()
}
`, i)
	}
	return b.String()
}

var lessons = []lesson{
	// Execute, do not match paths.
	{name: "a channel comes out of a phi", imports: "os", source: `
func main() {
	a, b := make(chan int), make(chan int)
	ch := a
	if len(os.Args) > 1 {
		ch = b
	}
	go func() { ch <- 1 }()
	<-a
}
`, want: "likely stuck waiting for a receiver of ch; likely stuck waiting for a sender of a channel"},
	{name: "a channel comes out of a map of slices", source: `
func main() {
	m := map[string][]chan int{"x": {make(chan int), make(chan int)}}
	go func() { m["x"][1] <- 1 }()
	<-m["x"][0]
}
`, want: `stuck waiting for a receiver of m["x"][1]; stuck waiting for a sender of m["x"][0]`},
	{name: "a copied lock protects nothing", imports: "sync", source: `
type counter struct {
	mu sync.Mutex
	n  *int
}

func (c counter) inc(wg *sync.WaitGroup) {
	defer wg.Done()
	c.mu.Lock()
	*c.n++
	c.mu.Unlock()
}

func main() {
	var wg sync.WaitGroup
	c := counter{n: new(int)}
	wg.Add(2)
	go c.inc(&wg)
	go c.inc(&wg)
	wg.Wait()
}
`, want: "race on c.n"},
	{name: "an embedded lock behind a method value is the same lock", imports: "sync", source: `
type counter struct {
	sync.Mutex
	n int
}

func (c *counter) inc() { c.Lock(); c.n++; c.Unlock() }

func main() {
	var wg sync.WaitGroup
	c := &counter{}
	inc := c.inc
	for range 2 {
		wg.Go(inc)
	}
	wg.Wait()
	println(c.n)
}
`},
	{name: "a sync.Locker has the type of what it holds", imports: "sync", source: `
func inc(l sync.Locker, n *int) { l.Lock(); *n++; l.Unlock() }

func main() {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	n := 0
	for range 2 {
		wg.Go(func() { inc(&mu, &n) })
	}
	wg.Wait()
}
`},
	{name: "a call on a type parameter's value has the dynamic type", imports: "sync", source: `
func with[L sync.Locker](l L, f func()) { l.Lock(); f(); l.Unlock() }

func main() {
	var mu sync.Mutex
	var rw sync.RWMutex
	var wg sync.WaitGroup
	n, m := 0, 0
	wg.Go(func() { with(&mu, func() { n++ }); with(&rw, func() { m++ }) })
	with(&mu, func() { n++ })
	with(&mu, func() { m++ })
	wg.Wait()
}
`, want: "race on m"},
	{name: "objects that are dead are used again, so that loops close", source: `
func main() {
	for {
		ch := make(chan int)
		go func() { ch <- 1 }()
		<-ch
	}
}
`},
	{name: "over the cap of instances the path is cut and nothing is merged", imports: "sync", source: `
type account struct {
	mu  sync.Mutex
	sum int
}

func main() {
	var list []*account
	for range 20 {
		list = append(list, &account{})
	}
	var wg sync.WaitGroup
	wg.Go(func() { list[0].sum++ })
	list[1].sum++
	wg.Wait()
	for _, a := range list {
		println(a.sum)
	}
}
`, gaveUp: "too many instances of one allocation"},
	{name: "unknown values of two turns of a loop compare equal", imports: "math/rand", source: `
func main() {
	ch := make(chan int)
	go func() {
		for {
			if n := rand.Int(); n > 10 {
				ch <- n
			}
		}
	}()
	for n := range ch {
		println(n)
	}
}
`},
	{name: "an unknown index makes no further object", imports: "math/rand", source: `
func main() {
	list := []chan int{make(chan int, 1), make(chan int, 1)}
	list[0] <- 1
	list[1] <- 1
	<-list[rand.Intn(2)]
}
`},
	{name: "a lock under an unknown index cuts the path", imports: "math/rand sync", source: `
func main() {
	list := make([]sync.Mutex, 2)
	n := 0
	done := make(chan bool)
	go func() { n++; done <- true }()
	mu := &list[rand.Intn(2)]
	mu.Lock()
	mu.Lock()
	n++
	<-done
}
`, gaveUp: "a primitive that is not known; the budget of states is used up"},
	{name: "a channel that unknown code has belongs to the environment", imports: "os os/signal", source: `
func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	<-stop
}
`},
	{name: "a result belongs to the environment", library: true, source: `
func Numbers() <-chan int {
	ch := make(chan int)
	go func() { ch <- 1 }()
	return ch
}
`},
	{name: "range over a number", imports: "sync", source: `
func main() {
	var wg sync.WaitGroup
	wg.Add(4)
	for range 3 {
		go wg.Done()
	}
	wg.Wait()
}
`, want: "stuck waiting for the goroutines of a group"},
	{name: "a number of go statements is no loop to scale", imports: "sync", source: `
func main() {
	var wg sync.WaitGroup
	wg.Add(3)
	go wg.Done()
	go wg.Done()
	go wg.Done()
	wg.Wait()
}
`},
	{name: "deferred calls run on after a recover", source: `
func work(done chan bool) {
	defer close(done)
	defer func() { _ = recover() }()
	panic("x")
}

func main() {
	done := make(chan bool)
	go work(done)
	<-done
}
`},
	{name: "a panic that somebody recovers leaves the lock", imports: "sync", source: `
var mu sync.Mutex

func get(list []string, i int) {
	defer func() { _ = recover() }()
	mu.Lock()
	println(list[i])
	mu.Unlock()
}

func main() {
	get([]string{"a"}, 1)
	get([]string{"a"}, 0)
}
`, want: "stuck waiting for mu"},
	{name: "a panic that nobody recovers ends the path", imports: "sync", source: `
var mu sync.Mutex

func get(list []string, i int) {
	mu.Lock()
	println(list[i])
	mu.Unlock()
}

func main() {
	done := make(chan bool)
	go func() { get([]string{"a"}, 1); done <- true }()
	get([]string{"a"}, 0)
	<-done
}
`, gaveUp: "an implicit panic; the budget of states is used up"},
	{name: "a writer announces itself, and a second read lock waits", imports: "sync", source: `
func main() {
	var mu sync.RWMutex
	done := make(chan bool)
	go func() { mu.Lock(); mu.Unlock(); close(done) }()
	mu.RLock()
	mu.RLock()
	mu.RUnlock()
	mu.RUnlock()
	<-done
}
`, want: "stuck waiting for mu and mu"},
	{name: "t.Fatal ends the story", test: true, imports: "testing", source: `
func TestFatal(t *testing.T) {
	ch := make(chan int)
	go func() { ch <- 1 }()
	if testing.Short() {
		t.Fatal("x")
	}
	<-ch
}
`, gaveUp: "the test ends early"},
	{name: "what wg.Go has done is before Wait returns", imports: "sync", source: `
func main() {
	var wg sync.WaitGroup
	n := 0
	wg.Go(func() { n++ })
	wg.Wait()
	println(n)
}
`},
	{name: "what a group's goroutine has done is before Wait returns", imports: "golang.org/x/sync/errgroup", source: `
func main() {
	var g errgroup.Group
	n := 0
	g.Go(func() error { n++; return nil })
	_ = g.Wait()
	println(n)
}
`},
	{name: "what a Once has done is before all Do return", imports: "sync", source: `
func main() {
	var once sync.Once
	var wg sync.WaitGroup
	n := 0
	for range 2 {
		wg.Go(func() { once.Do(func() { n = 1 }); println(n) })
	}
	wg.Wait()
}
`},
	{name: "parallel subtests run beside each other", test: true, imports: "testing", source: `
func TestAll(t *testing.T) {
	n := 0
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n++
		})
	}
}
`, want: "race on n"},
	{name: "subtests that are not parallel run one by one", test: true, imports: "testing", source: `
func TestAll(t *testing.T) {
	n := 0
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) { n++ })
	}
	println(n)
}
`},
	// Races without visible accesses.
	{name: "an early Done does not hide the access before it", imports: "sync", source: `
func main() {
	var wg sync.WaitGroup
	n := 0
	wg.Add(1)
	go func() { n++; wg.Done() }()
	n++
	wg.Wait()
}
`, want: "race on n"},
	{name: "a lock that two take one after the other does not hide a race", imports: "sync", source: `
func main() {
	var mu sync.Mutex
	done := make(chan bool)
	n := 0
	go func() { n++; mu.Lock(); mu.Unlock(); done <- true }()
	mu.Lock()
	mu.Unlock()
	n++
	<-done
}
`, want: "race on n"},
	{name: "releases that touched nothing are taken at once", imports: "sync", source: `
func main() {
	var wg sync.WaitGroup
	wg.Add(6)
	go func() { wg.Done() }()
	go func() { wg.Done() }()
	go func() { wg.Done() }()
	go func() { wg.Done() }()
	go func() { wg.Done() }()
	go func() { wg.Done() }()
	wg.Wait()
}
`, costs: func(t *testing.T, searches []explore.Search) {
		if n := searches[0].States; n > 3 {
			t.Errorf("%d states: the Dones are tried in different orders", n)
		}
	}},
	// Bad states.
	{name: "send on a closed channel", source: `
func main() {
	ch := make(chan int, 1)
	go close(ch)
	ch <- 1
}
`, want: "panic: send on closed channel"},
	{name: "two closes", source: `
func main() {
	ch := make(chan int)
	go close(ch)
	close(ch)
}
`, want: "panic: close of closed channel"},
	{name: "a negative counter", imports: "sync", source: `
func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	wg.Done()
	wg.Done()
}
`, want: "panic: negative WaitGroup counter"},
	{name: "an unlock of what is not locked", imports: "sync", source: `
func main() {
	var mu sync.Mutex
	go mu.Lock()
	mu.Unlock()
}
`, want: "panic: unlock of unlocked mutex"},
	{name: "two locks in opposite orders", imports: "sync", source: `
func main() {
	var a, b sync.Mutex
	done := make(chan bool)
	go func() { a.Lock(); b.Lock(); b.Unlock(); a.Unlock(); done <- true }()
	b.Lock()
	a.Lock()
	a.Unlock()
	b.Unlock()
	<-done
}
`, want: "stuck waiting for a and b"},
	{name: "somebody is stuck while others go on for ever", imports: "time", source: `
func main() {
	ch := make(chan int)
	go func() { ch <- 1 }()
	for range time.Tick(time.Second) {
		println("tick")
	}
}
`, want: "stuck waiting for a receiver of ch"},
	{name: "a goroutine of main may wait to receive", imports: "time", source: `
func main() {
	ch := make(chan int)
	go func() { <-ch }()
	for range time.Tick(time.Second) {
		println("tick")
	}
}
`},
	{name: "who waits for the stuck one is a victim", imports: "sync", source: `
func main() {
	var wg sync.WaitGroup
	ch := make(chan int)
	wg.Go(func() { ch <- 1 })
	wg.Wait()
}
`, want: "stuck waiting for a receiver of ch"},
	// Roots.
	{name: "what drivers show is likely", library: true, imports: "sync", source: `
type T struct {
	mu sync.Mutex
	n  int
}

func (t *T) Inc() { t.mu.Lock(); t.n++; t.mu.Unlock() }
func (t *T) Get() int { return t.n }
`, want: "likely race on t.n"},
	{name: "a use after Close is nobody's fault", library: true, imports: "sync", source: `
type T struct {
	mu sync.Mutex
	n  int
	ch chan int
}

func New() *T { return &T{ch: make(chan int, 1)} }

func (t *T) Send() { t.mu.Lock(); t.n++; t.mu.Unlock(); t.ch <- 1 }
func (t *T) Close() { close(t.ch); println(t.n) }
`, want: "likely race on t.n"},
	{name: "a collection that is given is not empty", library: true, source: `
func First(list []int) int {
	ch := make(chan int, len(list))
	for _, n := range list {
		go func() { ch <- n }()
	}
	return <-ch
}
`},
	{name: "a collection that is given has two elements as well", library: true, source: `
func First(list []int) int {
	ch := make(chan int)
	for _, n := range list {
		go func() { ch <- n }()
	}
	return <-ch
}
`, want: "likely stuck waiting for a receiver of ch"},
	// Small scope.
	{name: "a channel with room for sixteen is never full", source: `
func main() {
	ch := make(chan int, 16)
	for range 20 {
		ch <- 1
	}
}
`},
	{name: "a channel with room for fifteen is full", source: `
func main() {
	ch := make(chan int, 15)
	for range 20 {
		ch <- 1
	}
}
`, want: "stuck waiting for a receiver of a channel"},
	{name: "scaling keeps the order of numbers", imports: "sync golang.org/x/sync/errgroup", source: `
func main() {
	var g errgroup.Group
	g.SetLimit(4)
	n := 0
	for range 7 {
		g.Go(func() error { n++; return nil })
	}
	_ = g.Wait()
	println(n)
}

var _ sync.Mutex
`, want: "race on n"},
	{name: "scaling declines where a number is the product of others", imports: "sync", source: `
func main() {
	done := make(chan bool, 2)
	var a, b sync.Mutex
	work := func(mu *sync.Mutex, turns int) {
		for range turns {
			mu.Lock()
			println("x")
			mu.Unlock()
		}
		done <- true
	}
	go work(&a, 18)
	go work(&b, 36)
	<-done
	<-done
}
`, gaveUp: "the budget of states is used up", costs: func(t *testing.T, searches []explore.Search) {
		for _, s := range searches {
			if s.Scaled {
				t.Errorf("scaled: %v", s)
			}
		}
	}},
	{name: "what rests on unknown data is likely", imports: "os", source: `
func main() {
	ch := make(chan int)
	if len(os.Args) > 1 {
		ch <- 1
	}
}
`, want: "likely stuck waiting for a receiver of a channel"},
	{name: "what rests on nothing is certain", source: `
func main() {
	ch := make(chan int)
	ch <- 1
}
`, want: "stuck waiting for a receiver of a channel"},
	{name: "locks in the order of numbers that are known", imports: "sync", source: `
type account struct {
	mu sync.Mutex
	id int
}

func transfer(a, b *account) {
	if a.id > b.id {
		a, b = b, a
	}
	a.mu.Lock()
	b.mu.Lock()
	b.mu.Unlock()
	a.mu.Unlock()
}

func main() {
	x, y := &account{id: 1}, &account{id: 2}
	done := make(chan bool)
	go func() { transfer(x, y); done <- true }()
	transfer(y, x)
	<-done
}
`},
	{name: "two branches on the same text go the same way", library: true, imports: "sync", source: `
func Run(locked bool, n int) int {
	var mu sync.Mutex
	var wg sync.WaitGroup
	sum := 0
	for range 2 {
		wg.Go(func() {
			if locked || n > 3 {
				mu.Lock()
			}
			if locked || n > 3 {
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return sum
}
`},
	// The environment.
	{name: "a timer of a program fires when nobody else can go on", imports: "time", source: `
func main() {
	ch := make(chan int)
	go func() { ch <- 1 }()
	select {
	case <-ch:
	case <-time.After(time.Second):
	}
	for range time.Tick(time.Second) {
	}
}
`},
	{name: "a timer of a library fires at any time", library: true, imports: "time", source: `
func First() int {
	ch := make(chan int)
	go func() { ch <- 1 }()
	select {
	case n := <-ch:
		return n
	case <-time.After(time.Second):
		return 0
	}
}
`, want: "likely stuck waiting for a receiver of ch"},
	{name: "a context that is given may be done at any time", library: true, imports: "context", source: `
func First(ctx context.Context) int {
	ch := make(chan int)
	go func() { ch <- 1 }()
	select {
	case n := <-ch:
		return n
	case <-ctx.Done():
		return 0
	}
}
`, want: "likely stuck waiting for a receiver of ch"},
	{name: "a context that is given proves no leak", library: true, imports: "context", source: `
func Watch(ctx context.Context) {
	n := 0
	go func() { <-ctx.Done(); n++ }()
}
`},
	{name: "data that pass through generic code decide", source: `
func stage[In, Out any](in <-chan In, fn func(In) (Out, bool)) <-chan Out {
	out := make(chan Out)
	go func() {
		for v := range in {
			if w, ok := fn(v); ok {
				out <- w
			}
		}
	}()
	return out
}

func words() <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for _, w := range []string{"a", "bee"} {
			out <- w
		}
	}()
	return out
}

func main() {
	long := stage(words(), func(w string) (int, bool) { return len(w), len(w) > 2 })
	for range long {
	}
}
`, want: "stuck waiting for a sender of a channel"},
	{name: "what a generic object keeps decides", source: `
type box[T any] struct{ content T }

func (b *box[T]) fill(v T) { b.content = v }

func main() {
	n := 1
	b := &box[int]{}
	b.fill(n + 2)
	done := make(chan bool)
	if b.content > 2 {
		<-done
	}
}
`, want: "stuck waiting for a sender of a channel"},
	{name: "time goes on beside work that never ends", imports: "sync time", source: `
type game struct {
	mu   sync.Mutex
	over bool
}

func (g *game) play() {
	for !g.over {
		g.mu.Lock()
		g.mu.Unlock()
	}
}

func main() {
	g := &game{}
	go g.play()
	time.Sleep(time.Millisecond)
	g.mu.Lock()
	g.over = true
	g.mu.Unlock()
}
`, want: "race on g.over"},
	{name: "a context ends beside two that talk for ever", imports: "context time", source: `
func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	ticks, seen := make(chan bool), make(chan bool)
	go func() {
		for {
			ticks <- true
		}
	}()
	go func() {
		for {
			select {
			case <-ticks:
			case <-ctx.Done():
				return
			}
		}
	}()
	<-seen
}
`, want: "stuck waiting for a receiver of ticks; stuck waiting for a sender of a channel"},
	{name: "who sleeps until a flag is set under the lock reads it there", imports: "sync time", source: `
type game struct {
	mu   sync.Mutex
	over bool
}

func (g *game) isOver() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.over
}

func main() {
	g := &game{}
	done := make(chan bool)
	go func() {
		for !g.isOver() {
		}
		close(done)
	}()
	time.Sleep(time.Millisecond)
	g.mu.Lock()
	g.over = true
	g.mu.Unlock()
	<-done
}
`, want: ""},
	{name: "a text has as many bytes as it has", imports: "sync", source: `
type volume struct {
	mu   sync.Mutex
	room int
}

func write(volumes map[string]*volume, plan []string) bool {
	for _, name := range plan {
		v := volumes[name]
		v.mu.Lock()
		defer v.mu.Unlock()
		if v.room < len([]byte(name)) {
			return false
		}
		v.room -= len([]byte(name))
	}
	return true
}

func main() {
	volumes := map[string]*volume{"mon": {room: 10}, "tue": {room: 4}}
	println(write(volumes, []string{"mon", "tue", "mon"}))
}
`, want: "stuck waiting for volumes[plan[…]].mu"},
	{name: "what Errorf prints is asked for its text, under the lock", imports: "fmt sync", source: purse + `
func main() {
	p := &purse{}
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Println(fmt.Errorf("%v has too little", p))
}
`, want: "stuck waiting for p.mu"},
	{name: "what is printed by its address is not asked for its text", imports: "fmt sync", source: purse + `
func main() {
	p := &purse{}
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Printf("%p %d%%\n", p, p.coins)
}
`, want: ""},
	{name: "what is encoded encodes itself, under the lock", imports: "encoding/json sync", source: purse + `
func (p *purse) MarshalJSON() ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return json.Marshal(p.coins)
}

func main() {
	p := &purse{}
	p.mu.Lock()
	defer p.mu.Unlock()
	text, err := json.Marshal(p)
	println(text, err)
}
`, want: "stuck waiting for p.mu"},
	{name: "io.WriteString calls the writer", imports: "io sync", source: `
type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n += len(p)
	return len(p), nil
}

func main() {
	c := &counter{}
	c.mu.Lock()
	defer c.mu.Unlock()
	io.WriteString(c, "text")
}
`, want: "stuck waiting for c.mu"},
	{name: "who recovers and panics again has not recovered", imports: "fmt sync", library: true, source: `
type Tracer struct {
	mu   sync.Mutex
	hook func()
}

func New(hook func()) *Tracer { return &Tracer{hook: hook} }

func (t *Tracer) Fire() {
	defer func() {
		if p := recover(); p != nil {
			fmt.Println(p)
			panic(p)
		}
	}()
	t.mu.Lock()
	t.hook()
	t.mu.Unlock()
}
`, want: ""},
	// Replay and budgets.
	{name: "what the program as it is does not have is refuted", imports: "sync", source: unfitCounts, gaveUp: "the budget of states is used up", costs: func(t *testing.T, searches []explore.Search) {
		if s := scaledOf(t, searches); s.Found == 0 || s.Refuted != s.Found {
			t.Errorf("%d found in the small, %d refuted", s.Found, s.Refuted)
		}
	}},
	{name: "what the program as it is has, too, is confirmed and certain", imports: "sync", source: `
func main() {
	done := make(chan bool)
	var a, b sync.Mutex
	work := func(mu *sync.Mutex, turns int) {
		for range turns {
			mu.Lock()
			println("x")
			mu.Unlock()
		}
		done <- true
	}
	go work(&a, 17)
	go work(&b, 18)
	<-done
	<-done
	<-done
}
`, want: "stuck waiting for a sender of done", gaveUp: "the budget of states is used up", costs: func(t *testing.T, searches []explore.Search) {
		if s := scaledOf(t, searches); s.Found == 0 || s.Refuted != 0 {
			t.Errorf("%d found in the small, %d refuted", s.Found, s.Refuted)
		}
		if s := searches[0]; !s.Complete || s.States <= explore.FullStates {
			t.Errorf("no larger budget for a search that comes to its end with it: %v", s)
		}
	}},
	{name: "what the program as it is cannot be searched for stays likely", imports: "sync", source: `
func main() {
	done := make(chan bool)
	var a, b sync.Mutex
	work := func(mu *sync.Mutex) {
		for range 1000000 {
			mu.Lock()
			println("x")
			mu.Unlock()
		}
		done <- true
	}
	go work(&a)
	go work(&b)
	<-done
	<-done
	<-done
}
`, want: "likely stuck waiting for a sender of done", gaveUp: "the budget of states is used up", costs: func(t *testing.T, searches []explore.Search) {
		if s := scaledOf(t, searches); s.Found == 0 || s.Refuted != 0 {
			t.Errorf("%d found in the small, %d refuted", s.Found, s.Refuted)
		}
	}},
	{name: "a small test behind large ones is searched, and all share a budget", test: true, imports: "sync testing", source: largeTests(12) + `
func TestSmall(t *testing.T) {
	ch := make(chan int)
	ch <- 1
}
`, want: "stuck waiting for a receiver of a channel", gaveUp: "the budget of states is used up; the package's budget of states is used up", costs: func(t *testing.T, searches []explore.Search) {
		states := 0
		for _, s := range searches {
			states += s.States
			if !s.Walked && s.States == 0 {
				t.Errorf("not searched at all: %v", s)
			}
		}
		if states == 0 || states > explore.PackageStates {
			t.Errorf("%d states", states)
		}
	}},
	{name: "workers that are alike are searched once", imports: "sync", source: `
func main() {
	var mu sync.Mutex
	n := 0
	done := make(chan struct{})
	for range 4 {
		go func() { mu.Lock(); n++; mu.Unlock(); done <- struct{}{} }()
	}
	for range 4 {
		<-done
	}
}
`, costs: func(t *testing.T, searches []explore.Search) {
		if n := searches[0].States; n > 20 {
			t.Errorf("%d states", n)
		}
	}},
	{name: "min and max of unknown numbers are the same number each time", imports: "flag sync", source: `
func main() {
	workers := flag.Int("workers", 3, "")
	n := max(1, min(*workers, 2))
	var mu sync.Mutex
	waiting, last := 0, 0
	done := make(chan bool)
	for range n {
		go func() {
			mu.Lock()
			waiting++
			if waiting == n {
				last++
			}
			mu.Unlock()
			done <- true
		}()
	}
	for range n {
		<-done
	}
	if last != 1 {
		<-make(chan int)
	}
}
`},
	{name: "who fills a channel asks for one place at least", imports: "sync", library: true, source: `
func Crawl(places int) {
	tokens := make(chan bool, places)
	for range places {
		tokens <- true
	}
	var wg sync.WaitGroup
	wg.Go(func() { <-tokens; tokens <- true })
	wg.Wait()
}
`},
	{name: "more than so many goroutines are not followed", imports: "math/rand", source: `
func main() {
	done := make(chan int)
	for range 8 {
		go func() { done <- rand.Int() }()
	}
	for range 8 {
		<-done
	}
}
`, gaveUp: "the budget of states is used up; too many goroutines"},
}

// unfitCounts is a program whose numbers do not fit each other in the small, and that is too large
// for all but the largest budget as it is.
const unfitCounts = `
func main() {
	var wg sync.WaitGroup
	var a, b sync.Mutex
	wg.Add(15)
	turn := func(mu *sync.Mutex) { mu.Lock(); println("x"); mu.Unlock() }
	go func() {
		for range 4 {
			turn(&a)
			wg.Done()
		}
		for range 5 {
			turn(&a)
			wg.Done()
		}
		for range 6 {
			turn(&a)
			wg.Done()
		}
	}()
	go func() {
		for range 22 {
			turn(&b)
		}
	}()
	wg.Wait()
}
`

// purse is a type whose text is made under its lock.
const purse = `
type purse struct {
	mu    sync.Mutex
	coins int
}

func (p *purse) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return strings(p.coins)
}

func strings(n int) string { return string(rune(n)) }
`
