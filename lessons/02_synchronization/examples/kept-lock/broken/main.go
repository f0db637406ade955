// Two customers, one shelf. The first one finds nothing and keeps the lock.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type Stock struct {
	mu     sync.Mutex // guards pieces
	pieces map[string]int
}

func (s *Stock) Take(name string) error {
	s.mu.Lock()
	if s.pieces[name] == 0 {
		return errors.New(name + " is sold out")
	}
	s.pieces[name]--
	s.mu.Unlock()
	return nil
}

func main() {
	stock := &Stock{pieces: map[string]int{"bolt": 3}}
	fmt.Println(stock.Take("nut"))
	fmt.Println(stock.Take("bolt"))
}
