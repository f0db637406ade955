package main

import (
	"fmt"
	"iter"
	"slices"
	"sync"
)

type song struct {
	title string
	plays int
}

type playlist struct {
	mu    sync.RWMutex
	songs []song
}

func (p *playlist) add(s song) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.songs = append(p.songs, s)
}

// all holds the lock until the loop ends.
func (p *playlist) all() iter.Seq[song] {
	return func(yield func(song) bool) {
		p.mu.RLock()
		defer p.mu.RUnlock()
		for _, s := range p.songs {
			if !yield(s) {
				return
			}
		}
	}
}

// snapshot needs no lock while it is used.
func (p *playlist) snapshot() iter.Seq2[int, song] {
	p.mu.RLock()
	songs := slices.Clone(p.songs)
	p.mu.RUnlock()
	return func(yield func(int, song) bool) {
		for i, s := range songs {
			if !yield(i, s) {
				return
			}
		}
	}
}

func (p *playlist) play(title string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := range p.songs {
		if s := &p.songs[i]; s.title == title {
			s.plays++
			return true
		}
	}
	return false
}

func filter[T any](in iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range in {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func main() {
	p := &playlist{}
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() {
			for k := range 10 {
				title := fmt.Sprintf("song %d", i*10+k)
				p.add(song{title: title})
				p.play(title)
				for _, s := range p.snapshot() {
					if s.plays > 1 {
						break
					}
					p.play(s.title)
				}
			}
		})
	}
	wg.Go(func() {
		for range 20 {
			for s := range p.all() {
				if s.plays > 2 {
					break
				}
			}
		}
	})
	wg.Wait()
	n := 0
	for range filter(p.all(), func(s song) bool { return s.plays > 0 }) {
		n++
	}
	fmt.Println(n)
}
