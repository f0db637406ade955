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

func (s *shelf) walk(out chan<- accession, quit <-chan struct{}) bool {
	for _, b := range s.bags {
		select {
		case out <- b:
		case <-quit:
			return false
		}
	}
	for _, n := range s.next {
		if !n.walk(out, quit) {
			return false
		}
	}
	return true
}

// All reads ahead in the background while the caller works.
func (s *shelf) All() iter.Seq[accession] {
	return func(yield func(accession) bool) {
		ch := make(chan accession, 1)
		quit := make(chan struct{})
		defer close(quit)
		go func() {
			defer close(ch)
			s.walk(ch, quit)
		}()
		for a := range ch {
			if !yield(a) {
				return
			}
		}
	}
}

func find(s *shelf, genus string) (accession, bool) {
	for a := range s.All() {
		if a.genus == genus && a.viable > 0.5 {
			return a, true
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
