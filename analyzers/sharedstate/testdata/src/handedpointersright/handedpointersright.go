// Package handedpointersright gives away pointers to what nobody changes any more, or copies.
package handedpointersright

import "sync"

type Forecast struct {
	Text    string
	Degrees int
}

// A Station replaces its forecast and never changes one.
type Station struct {
	mu     sync.RWMutex
	latest *Forecast
}

func (s *Station) Latest() *Forecast {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.latest
}

func (s *Station) Update(f Forecast) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.latest = &f
}

func (s *Station) Warmer() {
	s.mu.Lock()
	defer s.mu.Unlock()
	next := *s.latest
	next.Degrees++
	s.latest = &next
}

// Reset fills in a forecast that nobody else has yet.
func (s *Station) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.latest = new(Forecast)
	s.latest.Text = "fair"
}

// A Copier gives away copies of what it changes.
type Copier struct {
	mu     sync.Mutex
	latest *Forecast
}

func (c *Copier) Latest() Forecast {
	c.mu.Lock()
	defer c.mu.Unlock()
	return *c.latest
}

func (c *Copier) Pointer() *Forecast {
	c.mu.Lock()
	defer c.mu.Unlock()
	latest := *c.latest
	return &latest
}

func (c *Copier) Update(f Forecast) {
	c.mu.Lock()
	defer c.mu.Unlock()
	*c.latest = f
}

// A Lazy makes its forecast when somebody asks first.
type Lazy struct {
	mu     sync.Mutex
	latest *Forecast
}

func (l *Lazy) Latest() *Forecast {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.latest == nil {
		l.latest = &Forecast{}
		l.latest.Text = "fair"
	}
	return l.latest
}

// A Giver has nothing left.
type Giver struct {
	mu     sync.Mutex
	latest *Forecast
}

func (g *Giver) Take() *Forecast {
	g.mu.Lock()
	defer g.mu.Unlock()
	f := g.latest
	g.latest = nil
	return f
}

func (g *Giver) Warmer() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.latest.Degrees++
}

// A Careful one has a lock in what it points to.
type Careful struct {
	mu  sync.Mutex
	box *Box
}

type Box struct {
	mu sync.Mutex
	N  int
}

func (c *Careful) Box() *Box {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.box
}

func (c *Careful) Add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.box.mu.Lock()
	defer c.box.mu.Unlock()
	c.box.N++
}

// A Private one changes what only it reads.
type Private struct {
	mu   sync.Mutex
	node *Node
}

type Node struct {
	Name string
	uses int
}

func (p *Private) Node() *Node {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.node.uses++
	return p.node
}

// An Early one is changed before others have it.
type Early struct {
	mu  sync.Mutex
	set *Forecast
}

// SetText must be called before Run.
func (e *Early) SetText(text string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.set.Text = text
}

func (e *Early) Forecast() *Forecast {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.set
}

// A Told one says when its pointer may be used.
type Told struct {
	mu     sync.Mutex
	latest *Forecast
}

// Latest is not safe for concurrent use with Update.
func (t *Told) Latest() *Forecast {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.latest
}

func (t *Told) Update(f Forecast) {
	t.mu.Lock()
	defer t.mu.Unlock()
	*t.latest = f
}

// A Loose one holds its lock for something else.
type Loose struct {
	mu     sync.Mutex
	uses   int
	latest *Forecast
}

func (l *Loose) Latest() *Forecast {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.uses++
	return l.latest
}

func (l *Loose) Warmer() { l.latest.Degrees++ }

func (l *Loose) Cooler() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.uses++
	l.latest.Degrees--
}

// A shelf holds books, each of which knows it and takes its lock.
type shelf struct {
	mu      sync.Mutex
	byTitle map[string]*Book
}

type Book struct {
	shelf *shelf
	Pages int
}

func NewBook(title string) *Book {
	s := &shelf{byTitle: make(map[string]*Book)}
	b := &Book{shelf: s}
	s.byTitle[title] = b
	return b
}

func (b *Book) Next(title string) *Book {
	b.shelf.mu.Lock()
	defer b.shelf.mu.Unlock()
	return b.shelf.byTitle[title]
}

func (b *Book) Volume(title string) {
	b.shelf.mu.Lock()
	defer b.shelf.mu.Unlock()
	b.shelf.byTitle[title] = &Book{shelf: b.shelf}
}

func (b *Book) Bind(title string) {
	b.shelf.mu.Lock()
	defer b.shelf.mu.Unlock()
	b.shelf.byTitle[title].Pages++
}
