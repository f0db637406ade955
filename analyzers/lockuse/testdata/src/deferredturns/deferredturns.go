// Package deferredturns defers the unlock of each turn of a loop to the end of all of them.
package deferredturns

import "sync"

type index struct {
	sync.Mutex
	photos map[string][]string
}

type Shelf struct{ index index }

func (s *Shelf) Import(album string, photos <-chan string) {
	for p := range photos {
		s.index.Lock()         // want `^likely deadlock: the next turn of the loop locks s.index.Mutex again, but the deferred unlock waits for the end of Import \(defer-unlock-in-loop\)$`
		defer s.index.Unlock() // related `this runs when Import ends, not at the end of the turn`
		s.index.photos[album] = append(s.index.photos[album], p)
	}
}

func (s *Shelf) Retry(try func() bool) {
	for {
		s.index.Lock()         // want `the deferred unlock waits for the end of Retry \(defer-unlock-in-loop\)$`
		defer s.index.Unlock() // related `this runs when Retry ends`
		if len(s.index.photos) > 0 {
			return
		}
	}
}
