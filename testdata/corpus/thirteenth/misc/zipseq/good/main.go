package main

import (
	"fmt"
	"iter"
	"sync"
)

type playlist struct {
	mu    sync.Mutex
	songs []string
}

func (p *playlist) add(s string) {
	p.mu.Lock()
	p.songs = append(p.songs, s)
	p.mu.Unlock()
}

func (p *playlist) at(i int) (string, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if i >= len(p.songs) {
		return "", false
	}
	return p.songs[i], true
}

func (p *playlist) all() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; ; i++ {
			s, ok := p.at(i)
			if !ok || !yield(s) {
				return
			}
		}
	}
}

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		nextA, stopA := iter.Pull(a)
		defer stopA()
		nextB, stopB := iter.Pull(b)
		defer stopB()
		for {
			va, okA := nextA()
			vb, okB := nextB()
			if !okA || !okB || !yield(va, vb) {
				return
			}
		}
	}
}

func main() {
	left, right := &playlist{}, &playlist{}
	for i := range 6 {
		left.add(fmt.Sprint("ballad ", i))
		right.add(fmt.Sprint("polka ", i))
	}
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := range 50 {
			right.add(fmt.Sprint("encore ", i))
		}
	})
	pairs := 0
	for a, b := range zip(left.all(), right.all()) {
		if pairs++; pairs == 5 {
			left.add("after " + a + b)
			break
		}
	}
	wg.Wait()
	fmt.Println(pairs, "pairs,", len(right.songs), "polkas")
}
