package main

import (
	"fmt"
	"iter"
	"os"
	"slices"
	"strings"
)

// accession is a bag of seeds in the bank.
type accession struct {
	code   string
	genus  string
	viable float64
}

type shelf struct {
	name string
	bags []accession
	next []*shelf
}

func (s *shelf) walk(out chan<- accession) {
	for _, b := range s.bags {
		out <- b // BUG: goroutine-leak
	}
	for _, n := range s.next {
		n.walk(out) // BUG: goroutine-leak
	}
}

// All reads ahead in the background while the caller works.
func (s *shelf) All() iter.Seq[accession] {
	return func(yield func(accession) bool) {
		ch := make(chan accession, 1) // BUG: goroutine-leak
		go func() {                   // BUG: goroutine-leak
			defer close(ch)
			s.walk(ch) // BUG: goroutine-leak
		}()
		for a := range ch { // BUG: goroutine-leak
			if !yield(a) { // BUG: goroutine-leak
				return // BUG: goroutine-leak
			}
		}
	}
}

func find(s *shelf, genus string) (accession, bool) {
	for a := range s.All() {
		if a.genus == genus && a.viable > 0.5 {
			return a, true // BUG: goroutine-leak
		}
	}
	return accession{}, false
}

func parse(name, lines string) *shelf {
	s := &shelf{name: name}
	for l := range strings.Lines(lines) {
		var a accession
		if _, err := fmt.Sscan(l, &a.code, &a.genus, &a.viable); err != nil {
			fmt.Fprintln(os.Stderr, name, err)
			continue
		}
		s.bags = append(s.bags, a)
	}
	return s
}

func main() {
	root := parse("A", "A1 Malus 0.2\nA2 Secale 0.9\nA3 Vicia 0.7\n")
	root.next = append(root.next, parse("B", "B1 Malus 0.8\nB2 Beta 0.6\nB3 Linum 0.4\n"))
	for _, g := range []string{"Secale", "Malus", "Quercus"} {
		if a, ok := find(root, g); ok {
			fmt.Println(g, a.code)
		} else {
			fmt.Println(g, "missing")
		}
	}
	fmt.Println(len(slices.Collect(root.All())), "bags")
}
