// Package newobjects has objects whose maker or whose callbacks bring them back to the lock that
// they hold.
package newobjects

import (
	"slices"
	"sync"
)

// A Finder looks something up.
type Finder interface {
	Find(name string) (string, bool)
}

// A Book asks all sources, of which it is the first.
type Book struct {
	mu      sync.Mutex
	numbers map[string]string
	sources []Finder
}

func NewBook(more ...Finder) *Book {
	b := &Book{numbers: make(map[string]string)}
	b.sources = append([]Finder{b}, more...)
	return b
}

func (b *Book) Find(name string) (string, bool) {
	b.mu.Lock() // want `deadlock: Find locks b.mu, which the same goroutine holds since newobjects.go:\d+.*\(relock\)`
	defer b.mu.Unlock()
	n, ok := b.numbers[name]
	return n, ok
}

func (b *Book) lookup(name string) bool {
	for _, src := range b.sources {
		if _, ok := src.Find(name); ok {
			return true
		}
	}
	return false
}

func (b *Book) Rename(from, to string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.lookup(to) {
		return false
	}
	b.numbers[to] = b.numbers[from]
	return true
}

// A Folder asks its parts, which are others of its kind.
type Folder struct {
	mu    sync.Mutex
	size  int
	parts []interface{ Size() int }
}

func NewFolder(parts ...interface{ Size() int }) *Folder {
	return &Folder{parts: append([]interface{ Size() int }{&Folder{size: 1}}, parts...)}
}

func (f *Folder) Size() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	sum := f.size
	for _, p := range f.parts {
		sum += p.Size()
	}
	return sum
}

// A Bus calls its handlers under its lock, and one of them unsubscribes.
type Bus struct {
	mu   sync.Mutex
	next int
	subs []*subscription
}

type subscription struct {
	id    int
	topic string
	fn    func(string)
}

func (b *Bus) Subscribe(topic string, fn func(string)) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.next++
	b.subs = append(b.subs, &subscription{b.next, topic, fn})
	return b.next
}

func (b *Bus) Unsubscribe(id int) {
	b.mu.Lock() // want `deadlock: Unsubscribe locks b.mu, which the same goroutine holds since newobjects.go:\d+.*\(relock\)`
	defer b.mu.Unlock()
	b.subs = slices.DeleteFunc(b.subs, func(s *subscription) bool { return s.id == id })
}

func (b *Bus) Emit(topic, text string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, s := range b.subs {
		if s.topic == topic {
			s.fn(text)
		}
	}
}

func (b *Bus) Once(topic string, fn func(string)) {
	var id int
	id = b.Subscribe(topic, func(text string) {
		b.Unsubscribe(id)
		fn(text)
	})
}

// A Club calls them when it has let go of its lock.
type Club struct {
	mu   sync.Mutex
	subs map[int]func(string)
}

func NewClub() *Club { return &Club{subs: make(map[int]func(string))} }

func (c *Club) Join(id int, fn func(string)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.subs[id] = fn
}

func (c *Club) Leave(id int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.subs, id)
}

func (c *Club) Tell(text string) {
	c.mu.Lock()
	fns := make([]func(string), 0, len(c.subs))
	for _, fn := range c.subs {
		fns = append(fns, fn)
	}
	c.mu.Unlock()
	for _, fn := range fns {
		fn(text)
	}
}

func (c *Club) JoinOnce(id int, fn func(string)) {
	c.Join(id, func(text string) {
		c.Leave(id)
		fn(text)
	})
}
