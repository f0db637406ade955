package main

import (
	"fmt"
	"sync"
)

type ledger struct {
	sync.Mutex
	sums map[string]int
}

func post(l *ledger, entries ...string) {
	for i, e := range entries {
		l.Lock()         // BUG: defer-in-loop-unlock
		defer l.Unlock() // BUG: defer-in-loop-unlock
		l.sums[e] += i
	}
}

func main() {
	l := &ledger{sums: map[string]int{}}
	post(l, "rent", "food", "rent")
	fmt.Println(l.sums["rent"], l.sums["food"])
}
