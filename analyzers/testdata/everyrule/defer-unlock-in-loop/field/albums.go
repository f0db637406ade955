// Package albums collects photos.
package albums

import "sync"

type index struct {
	sync.Mutex
	photos map[string][]string
}

// A Shelf may be used by several goroutines at once.
type Shelf struct {
	index index
}

// New returns an empty shelf.
func New() *Shelf {
	s := &Shelf{}
	s.index.photos = make(map[string][]string)
	return s
}

// Import takes photos from a channel, until it is closed.
func (s *Shelf) Import(album string, photos <-chan string) {
	for p := range photos {
		s.index.Lock()         // BUG?
		defer s.index.Unlock() // BUG?
		s.index.photos[album] = append(s.index.photos[album], p)
	}
}

// Count tells how many photos an album has.
func (s *Shelf) Count(album string) int {
	s.index.Lock()
	defer s.index.Unlock()
	return len(s.index.photos[album])
}
