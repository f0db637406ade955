// Package ownerstartsright has functions that start goroutines and use the same fields and
// variables as these, each in its turn.
package ownerstartsright

import (
	"bufio"
	"context"
	"io"
	"net"
	"os/exec"
	"sync"
	"sync/atomic"
	"time"
)

// A Poller sets what its goroutine is to use before it starts it.
type Poller struct {
	rounds int
	ready  chan struct{}
	done   chan struct{}
	err    error
}

func (p *Poller) Start(rounds int) {
	p.rounds = rounds
	p.ready = make(chan struct{})
	p.done = make(chan struct{})
	go p.loop()
	<-p.ready
	p.rounds++
	close(p.done)
}

func (p *Poller) loop() {
	p.rounds--
	close(p.ready)
	<-p.done
	p.rounds = 0
}

// A Task's channel is made by whoever makes the task.
type Task struct {
	Done   chan struct{}
	Result int
	err    error
}

func (t *Task) Do(ctx context.Context) (int, error) {
	go func() {
		t.Result = 42
		t.err = ctx.Err()
		close(t.Done)
	}()
	select {
	case <-t.Done:
		return t.Result, t.err
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

// Commands reach the loop by a channel, and the answers come back.
type Account struct {
	orders  chan int
	answers chan int
	balance int
}

func (a *Account) Open() int {
	go a.serve()
	a.orders <- 3
	n := <-a.answers
	a.balance = n
	close(a.orders)
	return n
}

func (a *Account) serve() {
	for order := range a.orders {
		a.balance += order
		a.answers <- a.balance
	}
}

// The end of the text that a pipe carries tells that the writer has left.
type Report struct {
	lines int
	err   error
}

func (r *Report) Print(to io.Writer) error {
	in, out := io.Pipe()
	go func() {
		r.lines = 3
		_, r.err = out.Write([]byte("report"))
		out.Close()
	}()
	if _, err := io.Copy(to, in); err != nil {
		return err
	}
	r.lines++
	return r.err
}

// A process ends before its output is used.
type Process struct {
	cmd    *exec.Cmd
	err    error
	exited chan struct{}
}

func (p *Process) Run() error {
	p.cmd = exec.Command("true")
	p.exited = make(chan struct{})
	go func() {
		p.err = p.cmd.Run()
		close(p.exited)
	}()
	<-p.exited
	return p.err
}

// Each worker has its part.
type Field struct {
	rows  [][]int
	sums  []int
	cells []Cell
	wg    sync.WaitGroup
}

type Cell struct{ n int }

func (f *Field) Sum() (total int) {
	f.sums = make([]int, len(f.rows))
	for i := range f.rows {
		f.wg.Add(1)
		go func() {
			defer f.wg.Done()
			for _, n := range f.rows[i] {
				f.sums[i] += n
			}
		}()
	}
	f.wg.Wait()
	for _, n := range f.sums {
		total += n
	}
	return total
}

func (f *Field) Bands() {
	half := len(f.rows) / 2
	f.wg.Add(2)
	go f.clear(0, half)
	go f.clear(half, len(f.rows))
	f.wg.Wait()
}

func (f *Field) clear(from, to int) {
	defer f.wg.Done()
	for y := from; y < to; y++ {
		for x := range f.rows[y] {
			f.rows[y][x] = 0
		}
	}
}

func (f *Field) Grow() {
	for i := range f.cells {
		f.wg.Add(1)
		go f.cells[i].grow(&f.wg)
	}
	f.wg.Wait()
}

func (c *Cell) grow(wg *sync.WaitGroup) {
	defer wg.Done()
	c.n++
}

// Clients are others each time.
type Hub struct {
	clients []*Client
	byName  map[string]*Client
	first   *Client
	joining chan *Client
	pool    sync.Pool
	listen  net.Listener
}

type Client struct {
	name string
	sent int
	next *Client
	conn net.Conn
}

func (c *Client) run() {
	for range 10 {
		c.sent++
	}
}

func (h *Hub) RunAll() {
	for _, c := range h.clients {
		go c.run()
	}
}

func (h *Hub) RunNamed() {
	for _, c := range h.byName {
		go c.run()
	}
}

func (h *Hub) RunList() {
	for c := h.first; c != nil; c = c.next {
		go c.run()
	}
}

func (h *Hub) RunJoining() {
	for c := range h.joining {
		go c.run()
	}
}

func (h *Hub) RunSome(names []string) {
	for _, name := range names {
		c := h.byName[name]
		if c == nil {
			continue
		}
		go c.run()
	}
}

func (h *Hub) RunFound(names []string) {
	for _, name := range names {
		go h.find(name).run()
	}
}

func (h *Hub) find(name string) *Client {
	for _, c := range h.clients {
		if c.name == name {
			return c
		}
	}
	return &Client{name: name}
}

func (h *Hub) RunPooled(n int) {
	for range n {
		c := h.pool.Get().(*Client)
		go func() {
			c.run()
			h.pool.Put(c)
		}()
	}
}

func (h *Hub) Serve() error {
	for {
		conn, err := h.listen.Accept()
		if err != nil {
			return err
		}
		c := &Client{conn: conn}
		c.sent = 1
		go c.run()
	}
}

func (h *Hub) ServeList(conns []net.Conn) {
	for _, conn := range conns {
		c := h.accept(conn)
		go c.run()
	}
}

func (h *Hub) accept(conn net.Conn) *Client {
	return &Client{conn: conn, name: conn.RemoteAddr().String()}
}

// A tree is walked on both sides at once.
type Tree struct {
	left, right *Tree
	sum         int
}

func (t *Tree) Walk() int {
	if t == nil {
		return 0
	}
	done := make(chan bool)
	go func() {
		t.left.Walk()
		done <- true
	}()
	t.right.Walk()
	<-done
	t.sum = 1
	if t.left != nil {
		t.sum += t.left.sum
	}
	if t.right != nil {
		t.sum += t.right.sum
	}
	return t.sum
}

// The goroutine reads what is not written again.
type Scanner struct {
	lines  chan string
	source io.Reader
	count  atomic.Int64
	max    int
}

func (s *Scanner) Scan(max int) <-chan string {
	s.max = max
	s.lines = make(chan string)
	go func() {
		defer close(s.lines)
		lines := bufio.NewScanner(s.source)
		for n := 0; n < s.max && lines.Scan(); n++ {
			s.count.Add(1)
			s.lines <- lines.Text()
		}
	}()
	return s.lines
}

// Only one worker is started, whoever asks.
type Lazy struct {
	once   sync.Once
	cached int
	ready  chan struct{}
}

func NewLazy() *Lazy { return &Lazy{ready: make(chan struct{})} }

func (l *Lazy) Get() int {
	l.once.Do(func() {
		go func() {
			l.cached = 42
			close(l.ready)
		}()
	})
	<-l.ready
	return l.cached
}

// The lock goes with the start.
type Ticker struct {
	mu   sync.Mutex
	last time.Time
	runs int
}

func (t *Ticker) Start() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.startLocked()
	t.last = time.Now()
}

func (t *Ticker) startLocked() {
	go t.tick()
	t.runs++
}

func (t *Ticker) tick() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.runs++
	t.last = time.Now()
}

var (
	table  map[string]int
	loaded = make(chan struct{})
)

// Load is waited for.
func Load() int {
	go func() {
		table = map[string]int{"a": 1}
		close(loaded)
	}()
	<-loaded
	return table["a"]
}

var results [4]int

func Compute() (sum int) {
	var wg sync.WaitGroup
	for i := range results {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results[i] = i * i
		}()
	}
	wg.Wait()
	for _, n := range results {
		sum += n
	}
	return sum
}
