// Package onesided keeps channels in fields and uses one side of them only.
package onesided

import "sync"

type Lamp struct {
	mu     sync.Mutex
	turns  int
	turned chan int
}

func New() *Lamp { return &Lamp{turned: make(chan int)} }

func (l *Lamp) Turn() {
	l.mu.Lock()
	l.turns++
	n := l.turns
	l.mu.Unlock()
	l.turned <- n // want `^likely deadlock: this send waits for ever: nothing in the package receives from turned, and nobody else can \(send-without-receiver\)$`
}

type Ferry struct {
	cars int
	full chan struct{}
}

func NewFerry() *Ferry { return &Ferry{full: make(chan struct{})} }

func (f *Ferry) WaitFull() {
	<-f.full // want `^likely deadlock: this receive waits for ever: nothing in the package sends to full or closes it, and nobody else can \(receive-without-sender\)$`
}

type ports struct {
	weight chan float64
	alarm  chan string
}

type Hive struct{ ports ports }

func NewHive() *Hive { return &Hive{ports{weight: make(chan float64, 1)}} }

func (h *Hive) Measure(w float64) {
	if w < 1 {
		h.ports.alarm <- "swarm" // want `^likely deadlock: this send waits for ever: alarm is nil, the package never gives it a channel \(nil-channel\)$`
	}
	h.ports.weight <- w
}

func (h *Hive) Weight() float64 { return <-h.ports.weight }

// Day leaves a goroutine behind.
func (l *Lamp) Day() {
	go l.light()
}

func (l *Lamp) light() {
	l.turns = 0
	select {} // want `^likely goroutine leak: this select has no case, so light, which runs in a goroutine of its own, never ends; to return ends it \(empty-select\)$`
}

type harvest struct {
	wg      sync.WaitGroup
	baskets chan int
}

func (h *harvest) pick(kilos int) {
	defer h.wg.Done()
	for k := kilos; k > 0; k -= 10 {
		h.baskets <- min(k, 10)
	}
}

func Weigh(kilosEach int) int {
	h := &harvest{baskets: make(chan int)}
	for range 4 {
		h.wg.Add(1)
		go h.pick(kilosEach)
	}
	go h.wg.Wait()
	sum := 0
	for b := range h.baskets { // want `^likely deadlock: this range waits for ever for the end of baskets, which nothing in the package closes, and nobody else can; what comes after the loop never does \(range-never-closed\)$`
		sum += b
	}
	return sum
}
