// Package onesidedright keeps channels in fields and uses both sides of them, or lets others do so.
package onesidedright

import (
	"runtime"
	"time"
)

type hub struct {
	events  chan int
	quit    chan struct{}
	ready   chan struct{}
	ticks   <-chan time.Time
	hook    chan int // tests set it
	never   chan int
	results chan int
	out     chan int
	slots   chan struct{}
}

func newHub(ticks <-chan time.Time) *hub {
	h := &hub{events: make(chan int), quit: make(chan struct{}), ready: make(chan struct{}), ticks: ticks, never: make(chan int), slots: make(chan struct{}, 3)}
	h.results = make(chan int)
	collect(h.results)
	out := make(chan int)
	h.out = out
	go func() { println(<-out) }()
	return h
}

func collect(results <-chan int) {
	go func() { println(<-results) }()
}

// Events is for others to receive from.
func (h *hub) Events() <-chan int { return h.events }

func (h *hub) send(n int) {
	h.events <- n
	h.results <- n
	h.out <- n
	if h.hook != nil {
		h.hook <- n
	}
}

func (h *hub) run() {
	<-h.ticks
	<-h.quit
	close(h.ready)
}

func (h *hub) Close() { close(h.quit) }
func (h *hub) Ready() { <-h.ready }
func (h *hub) Hang()  { <-h.never }

// limit takes places that are never given back: there are as many as calls.
func (h *hub) limit() { h.slots <- struct{}{} }

// A sketch has no maker yet.
type sketch struct{ lines chan string }

func (s *sketch) add(line string) { s.lines <- line }

func (h *hub) threads() {
	go func() {
		runtime.LockOSThread()
		println("mine")
		select {}
	}()
}

// A server serves until the process ends, or until a message says so.
type server struct {
	requests, lines, firsts chan int
}

func newServer() *server { return &server{make(chan int), make(chan int), make(chan int)} }

func (s *server) Ask(n int) {
	s.requests <- n
	s.lines <- n
	s.firsts <- n
}

func (s *server) Firsts(n int) (list []int) {
	for first := range s.firsts {
		list = append(list, first)
		if len(list) == n {
			break
		}
	}
	return list
}

func (s *server) Serve() {
	for n := range s.requests {
		println(n)
	}
}

func (s *server) Lines() (sum int) {
	for n := range s.lines {
		if n == 0 {
			return sum
		}
		sum += n
	}
	return sum
}
