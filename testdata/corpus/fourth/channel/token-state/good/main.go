package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

// accountBook is passed around; only its holder may look inside.
type accountBook struct {
	entries []string
	balance int
}

// Shared gives one goroutine after the other the book.
type Shared struct {
	slot chan *accountBook
}

var errBusy = errors.New("the book is in use")

func NewShared() Shared {
	s := Shared{slot: make(chan *accountBook, 1)}
	s.slot <- new(accountBook)
	return s
}

// Borrow waits for the book at most d.
func (s Shared) Borrow(d time.Duration) (*accountBook, error) {
	select {
	case b := <-s.slot:
		return b, nil
	case <-time.After(d):
		return nil, errBusy
	}
}

// Return gives the book back.
func (s Shared) Return(b *accountBook) { s.slot <- b }

func (s Shared) Book(what string, amount int) error {
	b, err := s.Borrow(time.Second)
	if err != nil {
		return err
	}
	defer s.Return(b)
	b.entries = append(b.entries, what)
	b.balance += amount
	return nil
}

func main() {
	s := NewShared()
	var wg sync.WaitGroup
	for i, who := range []string{"rent", "wages", "food"} {
		wg.Go(func() {
			for k := range 4 {
				if err := s.Book(fmt.Sprintf("%s %d", who, k), 10*(1-i)); err != nil {
					fmt.Println(err)
				}
			}
		})
	}
	wg.Wait()

	b, _ := s.Borrow(time.Second)
	fmt.Println(len(b.entries), "entries, balance", b.balance)
	if _, err := s.Borrow(time.Millisecond); errors.Is(err, errBusy) {
		fmt.Println("as expected:", err)
	}
	s.Return(b)
}
