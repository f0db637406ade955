package main

import (
	"fmt"
	"sync"
)

type box struct {
	mu   sync.Mutex
	n    int
	used bool
}

func (b *box) enter()       { b.mu.Lock() }
func (b *box) leave()       { b.mu.Unlock() }
func (b *box) hold() func() { b.enter(); return b.leave }

func (b *box) add(n int) int {
	defer b.hold()()
	b.n += n
	return b.n
}

func (b *box) take() (int, bool) {
	b.enter()
	if b.used {
		b.leave()
		return 0, false
	}
	b.used = true
	n := b.n
	b.leave()
	return n, true
}

func main() {
	b := &box{}
	done := make(chan struct{})
	for i := range 3 {
		go func() {
			b.add(i)
			done <- struct{}{}
		}()
	}
	for range 3 {
		<-done
	}
	fmt.Println(b.take())
	fmt.Println(b.take())
}
