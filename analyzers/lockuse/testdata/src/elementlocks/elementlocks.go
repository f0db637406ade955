// Package elementlocks forgets the locks of elements on some ways.
package elementlocks

import "sync"

type level struct {
	sync.RWMutex
	places []string
}

type Park struct {
	levels []*level
	byName map[string]*level
}

func (p *Park) Enter(car string) int {
	for n, l := range p.levels {
		l.Lock() // related `the lock is taken here`
		for i, c := range l.places {
			if c == "" {
				l.places[i] = car
				return n // want `^likely deadlock: Enter returns here without unlocking l, which it unlocks on its other ways; whoever locks it next waits for ever \(missing-unlock\)$`
			}
		}
		l.Unlock()
	}
	return -1
}

func (p *Park) Has(level, car string) bool {
	l := p.byName[level]
	l.RLock() // related `the lock is taken here`
	for _, c := range l.places {
		if c == car {
			return true // want `Has returns here without unlocking l, .* \(missing-unlock\)$`
		}
	}
	l.RUnlock()
	return false
}
