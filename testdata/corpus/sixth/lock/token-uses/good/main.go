package main

import (
	"fmt"
	"sync"
)

type token struct {
	mu      sync.Mutex
	user    string
	expired bool
	uses    int
}

func useAll(tokens []*token) int {
	n := 0
	for _, t := range tokens {
		t.mu.Lock()
		if t.expired {
			t.mu.Unlock()
			continue
		}
		t.uses++
		n++
		t.mu.Unlock()
	}
	return n
}

func main() {
	tokens := []*token{{user: "ann"}, {user: "bob", expired: true}, {user: "cid"}}
	fmt.Println(useAll(tokens))
	fmt.Println(useAll(tokens))
}
