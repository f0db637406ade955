// Package parking manages the places of a car park.
package parking

import "sync"

type level struct {
	sync.RWMutex
	places []string
}

// A Park may be used by several goroutines at once.
type Park struct {
	levels []*level
}

// New returns an empty car park.
func New(levels, places int) *Park {
	p := &Park{}
	for range levels {
		p.levels = append(p.levels, &level{places: make([]string, places)})
	}
	return p
}

// Enter parks a car and returns the number of its level, or -1.
func (p *Park) Enter(car string) int {
	for n, l := range p.levels {
		l.Lock()
		for i, c := range l.places {
			if c == "" {
				l.places[i] = car
				return n // BUG
			}
		}
		l.Unlock()
	}
	return -1
}
