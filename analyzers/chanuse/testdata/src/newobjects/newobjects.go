// Package newobjects has objects whose own goroutines get stuck, or panic, by one call.
package newobjects

type request struct {
	item  string
	n     int
	reply chan int
}

// A Shelf's goroutine answers every request, also those that want no answer.
type Shelf struct {
	requests chan request
	done     chan struct{}
}

func Open() *Shelf {
	s := &Shelf{requests: make(chan request), done: make(chan struct{})}
	go s.loop() // related `^the goroutine that never ends is started here \(nil-channel\)$`
	return s
}

func (s *Shelf) loop() {
	defer close(s.done)
	items := make(map[string]int)
	for r := range s.requests {
		items[r.item] += r.n
		r.reply <- items[r.item] // want `goroutine leak: the send to r.reply waits for ever: r.reply is nil, no make has given it a channel \(nil-channel\)`
	}
}

func (s *Shelf) Put(item string, n int) int {
	r := request{item, n, make(chan int, 1)}
	s.requests <- r
	return <-r.reply
}

func (s *Shelf) Clear(item string) { s.requests <- request{item: item} }

// A Counter's goroutine asks whether an answer is wanted.
type Counter struct{ requests chan request }

func NewCounter() *Counter {
	c := &Counter{requests: make(chan request)}
	go c.loop()
	return c
}

func (c *Counter) loop() {
	sum := 0
	for r := range c.requests {
		sum += r.n
		if r.reply != nil {
			r.reply <- sum
		}
	}
}

func (c *Counter) Add(n int) { c.requests <- request{n: n} }

func (c *Counter) Sum() int {
	r := request{reply: make(chan int, 1)}
	c.requests <- r
	return <-r.reply
}

func (c *Counter) Close() { close(c.requests) }

// A Late has its channel from Start, which has to come first.
type Late struct {
	work chan int
	quit chan struct{}
}

func NewLate() *Late {
	l := &Late{quit: make(chan struct{})}
	go func() { <-l.quit }()
	return l
}

func (l *Late) Start() { l.work = make(chan int, 8) }

func (l *Late) Do(n int) { l.work <- n }

func (l *Late) Close() { close(l.quit) }

// A Depot's goroutine puts back what it could not deliver, also when the channel is closed.
type Depot struct {
	queue chan int
	ring  func(parcel int) error
	done  chan struct{}
}

func NewDepot(ring func(int) error) *Depot {
	d := &Depot{queue: make(chan int, 20), ring: ring, done: make(chan struct{})}
	go d.drive()
	return d
}

func (d *Depot) drive() {
	defer close(d.done)
	for parcel := range d.queue {
		if d.ring(parcel) != nil && parcel > 0 {
			d.queue <- parcel - 1 // related `^this send panics once the channel is closed \(close-while-sending\)$`
		}
	}
}

func (d *Depot) Accept(parcel int) { d.queue <- parcel }

func (d *Depot) Finish() {
	close(d.queue) // want `panic: d.Finish\(\) closes d.queue while the goroutine of newobjects.go:\d+ still sends to it.*\(close-while-sending\)`
	<-d.done
}

// A Courier keeps at hand what it could not deliver.
type Courier struct {
	queue chan int
	ring  func(parcel int) error
	done  chan struct{}
}

func NewCourier(ring func(int) error) *Courier {
	c := &Courier{queue: make(chan int, 20), ring: ring, done: make(chan struct{})}
	go c.drive()
	return c
}

func (c *Courier) drive() {
	defer close(c.done)
	for parcel := range c.queue {
		for c.ring(parcel) != nil && parcel > 0 {
			parcel--
		}
	}
}

func (c *Courier) Accept(parcel int) { c.queue <- parcel }

func (c *Courier) Finish() {
	close(c.queue)
	<-c.done
}
