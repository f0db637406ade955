// Package handedinsideright has getters that lock, and methods that may do with what these
// return what they do.
package handedinsideright

import (
	"sync"
	"time"
)

type meter struct {
	room  string
	watts int
	read  time.Time
}

// A Board locks again before it changes a meter.
type Board struct {
	mu     sync.Mutex
	meters map[string]*meter
}

func (b *Board) meter(room string) *meter {
	b.mu.Lock()
	defer b.mu.Unlock()
	m, ok := b.meters[room]
	if !ok {
		m = &meter{room: room}
		b.meters[room] = m
	}
	return m
}

func (b *Board) Measure(room string, watts int) {
	m := b.meter(room)
	b.mu.Lock()
	defer b.mu.Unlock()
	m.set(watts)
	m.read = time.Now()
}

func (m *meter) set(watts int) { m.watts = watts }

// Adjust locks by a method.
func (b *Board) Adjust(room string, watts int) {
	m := b.meter(room)
	b.lock()
	m.watts += watts
	b.mu.Unlock()
}

func (b *Board) lock() { b.mu.Lock() }

// Room reads what never changes.
func (b *Board) Room(room string) string { return b.meter(room).room }

func (b *Board) Total() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	sum := 0
	for _, m := range b.meters {
		sum += m.watts
	}
	return sum
}

type state int

const (
	waiting state = iota
	running
	done
)

type job struct {
	name   string
	state  state
	result int
}

// A Queue gives each job to one of those who run them.
type Queue struct {
	mu   sync.Mutex
	jobs []*job
}

func (q *Queue) next() *job {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, j := range q.jobs {
		if j.state == waiting {
			j.state = running
			return j
		}
	}
	return nil
}

func (q *Queue) finish(j *job) {
	q.mu.Lock()
	defer q.mu.Unlock()
	j.state = done
}

func (q *Queue) RunOne() {
	if j := q.next(); j != nil {
		j.result = len(j.name)
		q.finish(j)
	}
}

func (q *Queue) Sum() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	sum := 0
	for _, j := range q.jobs {
		if j.state == done {
			sum += j.result
		}
	}
	return sum
}

type shelf struct{ books int }

// A Library is filled before anybody may enter.
type Library struct {
	mu      sync.Mutex
	shelves map[string]*shelf
}

func (l *Library) shelf(name string) *shelf {
	l.mu.Lock()
	defer l.mu.Unlock()
	s := l.shelves[name]
	if s == nil {
		s = new(shelf)
		l.shelves[name] = s
	}
	return s
}

func (l *Library) Init(stock map[string]int) {
	for name, n := range stock {
		l.shelf(name).books = n
	}
}

// Sort is for one goroutine alone: it must not be called concurrently with others.
func (l *Library) Sort() {
	l.shelf("a").books = 0
}

func (l *Library) Books() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := 0
	for _, s := range l.shelves {
		n += s.books
	}
	return n
}

type lane struct{ cars int }

// A Road has a lock for what drives beside the one for its lanes.
type Road struct {
	mu    sync.Mutex
	lanes []*lane
	drive sync.Mutex
}

func (r *Road) Widen() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.lanes = append(r.lanes, new(lane))
}

func (r *Road) lane(i int) *lane {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.lanes[i]
}

func (r *Road) Enter(i int) {
	r.drive.Lock()
	defer r.drive.Unlock()
	r.lane(i).cars++
}

func (r *Road) Cars() int {
	r.drive.Lock()
	defer r.drive.Unlock()
	r.mu.Lock()
	defer r.mu.Unlock()
	sum := 0
	for _, l := range r.lanes {
		sum += l.cars
	}
	return sum
}

type rule struct {
	text string
	runs int
}

// A Script can be changed until one of its rules is used.
type Script struct {
	mu     sync.Mutex
	rules  map[string]*rule
	frozen bool
}

func (s *Script) use(name string) *rule {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.frozen = true
	return s.rules[name]
}

func (s *Script) Run(name string) string { return s.use(name).text }

func (s *Script) Change(name, text string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := s.rules[name]
	if r == nil {
		r = new(rule)
		s.rules[name] = r
	}
	if s.frozen {
		return false
	}
	r.text = text
	return true
}
