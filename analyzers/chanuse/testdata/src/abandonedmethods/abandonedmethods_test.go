// Package abandonedmethods leaves a goroutine behind in a struct's channel.
package abandonedmethods

import "testing"

type scanner struct {
	lines chan string
	errs  chan error
}

type reader struct{ *scanner }

func (s *scanner) run(text []string) {
	for _, line := range text {
		s.lines <- line // want `^goroutine leak: the send to s.lines .*\(abandoned-send\)`
	}
	close(s.lines)
}

func (r reader) first() string { return <-r.lines }

func TestFirst(t *testing.T) {
	r := reader{&scanner{lines: make(chan string), errs: make(chan error)}}
	go r.run([]string{"one", "two"})
	if got := r.first(); got != "one" {
		t.Error(got)
	}
}

func TestMethodValue(t *testing.T) {
	r := reader{&scanner{lines: make(chan string)}}
	emit := r.run
	go emit([]string{"one", "two"})
	for line := range r.lines {
		if line == "one" {
			break
		}
	}
}
