package main

import (
	"fmt"
	"strings"
	"sync"
)

type order struct {
	mu    sync.Mutex
	id    int
	lines []string
}

// String makes an order printable.
func (o *order) String() string {
	o.mu.Lock() // BUG: double-lock
	defer o.mu.Unlock()
	return fmt.Sprintf("order %d: %s", o.id, strings.Join(o.lines, ", "))
}

func (o *order) add(line string) {
	o.mu.Lock() // BUG: double-lock
	defer o.mu.Unlock()
	o.lines = append(o.lines, line)
	if len(o.lines) > 2 {
		fmt.Printf("large %v\n", o) // BUG: double-lock
	}
}

func main() {
	o := &order{id: 17}
	for _, l := range []string{"tea", "milk", "bread"} {
		o.add(l)
	}
	fmt.Println(o)
}
