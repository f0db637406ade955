package main

import (
	"fmt"
	"strings"
)

type parcel struct {
	id     int
	label  string
	weight int
	trail  []string
}

func (p *parcel) stamp(s string) { p.trail = append(p.trail, s) }

type stage func(*parcel) bool

// chain runs each stage in a goroutine of its own.
func chain(in <-chan *parcel, stages ...stage) <-chan *parcel {
	for _, s := range stages {
		in = start(in, s)
	}
	return in
}

func start(in <-chan *parcel, s stage) <-chan *parcel {
	out := make(chan *parcel)
	go func() {
		defer close(out)
		for p := range in {
			if s(p) {
				out <- p
			}
		}
	}()
	return out
}

func weigh(p *parcel) bool {
	p.weight = len(p.label) * 3
	p.stamp("weighed")
	return p.weight > 0
}

func label(p *parcel) bool {
	p.label = strings.ToUpper(p.label)
	p.stamp("labelled")
	return true
}

func sortOut(p *parcel) bool {
	p.stamp("sorted")
	return p.weight < 20
}

func source(labels ...string) <-chan *parcel {
	out := make(chan *parcel, 2)
	go func() {
		defer close(out)
		for i, l := range labels {
			p := &parcel{id: i, label: l}
			p.stamp("new")
			out <- p
		}
	}()
	return out
}

func main() {
	for p := range chain(source("books", "", "pianoforte", "tea"), weigh, label, sortOut) {
		p.stamp("delivered")
		fmt.Println(p.id, p.label, p.weight, len(p.trail))
	}
}
