package boxoffice

import (
	"errors"
	"sync"
)

// ErrTaken is returned for a seat that cannot be sold.
var ErrTaken = errors.New("seat is not for sale")

// Show sells the seats of one evening.
type Show struct {
	mu      sync.Mutex
	holder  map[string]string
	takings int
	price   func(seat string) int
}

// Option changes a show before it goes on sale.
type Option func(*Show)

// WithPricer replaces the flat price.
func WithPricer(f func(seat string) int) Option {
	return func(s *Show) { s.price = f }
}

func New(seats []string, opts ...Option) *Show {
	s := &Show{holder: make(map[string]string), price: func(string) int { return 20 }}
	for _, seat := range seats {
		s.holder[seat] = ""
	}
	for _, o := range opts {
		o(s)
	}
	return s
}

func (s *Show) assign(seat, who string, cost int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if old, known := s.holder[seat]; !known || old != "" {
		return false
	}
	s.holder[seat] = who
	s.takings += cost
	return true
}

// Book sells a seat to a customer.
func (s *Show) Book(seat, who string) error {
	if !s.assign(seat, who, s.price(seat)) {
		return ErrTaken
	}
	return nil
}

// Takings is the money in the till.
func (s *Show) Takings() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.takings
}
