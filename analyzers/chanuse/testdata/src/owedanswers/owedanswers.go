// Package owedanswers has goroutines that owe an answer to each request, and forget one.
package owedanswers

import "time"

type request struct {
	key      string
	deadline time.Time
	reply    chan int
}

// A Store forgets a request that came too late.
type Store struct {
	requests chan request
	quit     chan struct{}
	values   map[string]int
}

func NewStore() *Store {
	s := &Store{requests: make(chan request), quit: make(chan struct{}), values: make(map[string]int)}
	go s.loop()
	return s
}

func (s *Store) loop() {
	for {
		select { // related `^the next request is taken here, although this one may have got no answer \(receive-without-sender\)$`
		case <-s.quit:
			return
		case r := <-s.requests:
			if time.Now().After(r.deadline) {
				continue
			}
			r.reply <- s.values[r.key]
		}
	}
}

func (s *Store) Get(key string, patience time.Duration) (int, bool) {
	r := request{key, time.Now().Add(patience), make(chan int, 1)}
	select {
	case s.requests <- r:
	case <-s.quit:
		return 0, false
	}
	return <-r.reply, true // want `deadlock: the receive from reply waits for ever when loop gives no answer to this request \(receive-without-sender\)`
}

func (s *Store) Close() { close(s.quit) }

type order struct {
	kind, name string
	answer     chan error
}

// A Clerk hands orders on to a function that forgets some of them.
type Clerk struct {
	orders chan *order
	known  map[string]bool
}

func Start() *Clerk {
	c := &Clerk{orders: make(chan *order), known: make(map[string]bool)}
	go func() {
		for o := range c.orders {
			c.handle(o)
		}
	}()
	return c
}

func (c *Clerk) handle(o *order) {
	switch o.kind {
	case "add":
		c.known[o.name] = true
		o.answer <- nil
	case "drop":
		if !c.known[o.name] {
			return // related `^on this way there is no answer \(receive-without-sender\)$`
		}
		delete(c.known, o.name)
		o.answer <- nil
	}
}

func (c *Clerk) ask(kind, name string) error {
	o := &order{kind, name, make(chan error)}
	c.orders <- o
	return <-o.answer // want `deadlock: the receive from answer waits for ever when a function literal in Start gives no answer to this request \(receive-without-sender\)`
}

func (c *Clerk) Add(name string) error  { return c.ask("add", name) }
func (c *Clerk) Drop(name string) error { return c.ask("drop", name) }
