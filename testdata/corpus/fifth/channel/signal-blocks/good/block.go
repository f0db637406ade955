package main

import "fmt"

type kind int

const (
	enter kind = iota
	leave
	lost
)

type event struct {
	block string
	train string
	kind  kind
}

func (e event) String() string {
	return e.block + " " + [...]string{"<-", "->", "??"}[e.kind] + " " + e.train
}

// block is one section of the line.
type block struct {
	name   string
	events chan event
}

func newBlock(name string) *block {
	return &block{name: name, events: make(chan event, 2)}
}

type movement struct {
	train string
	gone  bool
}

// watch reports the movements of the day.
func (b *block) watch(day []movement) {
	defer close(b.events)
	for _, m := range day {
		b.events <- event{b.name, m.train, enter}
		if m.gone {
			b.events <- event{b.name, m.train, lost}
			return
		}
		b.events <- event{b.name, m.train, leave}
	}
}

func checkName(name string) error {
	if name == "" {
		return fmt.Errorf("block without name")
	}
	return nil
}
