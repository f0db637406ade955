// Package ticker watches the price of a share.
package ticker

import "sync"

type alarm struct {
	limit int
	ring  func(price int)
}

// A Share may be used by several goroutines at once.
type Share struct {
	sync.RWMutex
	price int
	alarm alarm
}

// New returns a share that calls ring when the price exceeds the limit.
func New(limit int, ring func(price int)) *Share {
	return &Share{alarm: alarm{limit, ring}}
}

// Price returns the price.
func (s *Share) Price() int {
	s.RLock()
	defer s.RUnlock()
	return s.price
}

// Set changes the price.
func (s *Share) Set(price int) {
	s.Lock()
	defer s.Unlock()
	s.price = price
	if price > s.alarm.limit && s.alarm.ring != nil {
		s.alarm.ring(price) // BUG
	}
}
