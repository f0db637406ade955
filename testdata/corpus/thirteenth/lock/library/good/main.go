package main

import (
	"errors"
	"fmt"
	"sync"
)

var errOut = errors.New("all copies are out")

type Library struct {
	mu     sync.Mutex
	copies map[string]int
}

func (l *Library) Borrow(title string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.copies[title] == 0 {
		return errOut
	}
	l.copies[title]--
	return nil
}

func (l *Library) Return(title string) {
	l.mu.Lock()
	l.copies[title]++
	l.mu.Unlock()
}

func main() {
	lib := &Library{copies: map[string]int{"Emma": 1}}
	var readers sync.WaitGroup
	for i := 1; i <= 3; i++ {
		readers.Go(func() {
			err := lib.Borrow("Emma")
			fmt.Println("reader", i, err)
		})
	}
	readers.Wait()
	lib.Return("Emma")
	fmt.Println("again:", lib.Borrow("Emma"))
}
