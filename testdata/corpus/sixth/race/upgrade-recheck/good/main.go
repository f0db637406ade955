package main

import (
	"fmt"
	"strings"
	"sync"
)

type interner struct {
	mu   sync.RWMutex
	ids  map[string]int
	list []string
}

func (n *interner) id(s string) int {
	n.mu.RLock()
	id, ok := n.ids[s]
	n.mu.RUnlock()
	if ok {
		return id
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if id, ok := n.ids[s]; ok {
		return id
	}
	id = len(n.list)
	n.ids[s] = id
	n.list = append(n.list, s)
	return id
}

func (n *interner) name(id int) (string, bool) {
	n.mu.RLock()
	defer n.mu.RUnlock()
	if id < 0 || id >= len(n.list) {
		return "", false
	}
	return n.list[id], true
}

func main() {
	n := &interner{ids: make(map[string]int)}
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for _, w := range strings.Fields("to be or not to be that is the question") {
				id := n.id(w)
				if s, ok := n.name(id); !ok || s != w {
					fmt.Println("wrong", s, w)
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(len(n.list))
}
