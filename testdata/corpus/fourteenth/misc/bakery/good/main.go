package main

import "fmt"

type loaf struct {
	id     int
	grams  int
	steps  []string
	baked  bool
	sliced int
}

type step func(*loaf)

func knead(l *loaf) {
	l.grams += 20
	l.steps = append(l.steps, "knead")
}

func bake(l *loaf) {
	l.baked = true
	l.grams -= 60
	l.steps = append(l.steps, "bake")
}

func slice(l *loaf) {
	l.sliced = l.grams / 40
	l.steps = append(l.steps, "slice")
}

func belt(in <-chan *loaf, s step) <-chan *loaf {
	out := make(chan *loaf, 1)
	go func() {
		defer close(out)
		for l := range in {
			s(l)
			out <- l
		}
	}()
	return out
}

func dough(n int) <-chan *loaf {
	out := make(chan *loaf)
	go func() {
		defer close(out)
		for i := range n {
			l := &loaf{id: i}
			l.grams = 800 + i
			out <- l
		}
	}()
	return out
}

func main() {
	line := dough(30)
	for _, s := range []step{knead, bake, slice} {
		line = belt(line, s)
	}
	grams, slices := 0, 0
	for l := range line {
		l.steps = append(l.steps, "shelve")
		if !l.baked || len(l.steps) != 4 {
			panic(fmt.Sprint("raw loaf ", l.id))
		}
		grams += l.grams
		slices += l.sliced
	}
	fmt.Println(grams, slices)
}
