// Package loadtest holds a web shop small enough to be hammered by tests.
package loadtest

import (
	"fmt"
	"net/http"
	"sync"
)

// Shop sells one article.
type Shop struct {
	mu    sync.Mutex
	stock int
	next  int
}

// Open returns a shop with some stock.
func Open(stock int) *Shop { return &Shop{stock: stock, next: 1000} }

// Buy takes one article and returns the receipt number.
func (s *Shop) Buy() (int, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stock == 0 {
		return 0, false
	}
	s.stock--
	s.next++
	return s.next, true
}

func (s *Shop) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n, ok := s.Buy()
	if !ok {
		http.Error(w, "sold out", http.StatusConflict)
		return
	}
	fmt.Fprint(w, n)
}
