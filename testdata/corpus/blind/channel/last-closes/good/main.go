package main

import (
	"fmt"
	"sync/atomic"
)

type mill struct {
	left atomic.Int32
	out  chan int
}

func (m *mill) grind(part, parts, n int) {
	for i := part; i < n; i += parts {
		m.out <- i * i
	}
	if m.left.Add(-1) == 0 {
		close(m.out)
	}
}

func start(parts, n int) <-chan int {
	m := &mill{out: make(chan int, parts)}
	m.left.Store(int32(parts))
	for p := range parts {
		go m.grind(p, parts, n)
	}
	return m.out
}

func main() {
	sum := 0
	for v := range start(3, 20) {
		sum += v
	}
	fmt.Println(sum)
}
