// Package main keeps rooms in a sync.Map.
package main

import (
	"fmt"
	"sync"
)

type room struct{ guests chan string }

var rooms, halls sync.Map

func open(name string) *room {
	if r, ok := rooms.Load(name); ok {
		return r.(*room)
	}
	r := &room{make(chan string, 4)}
	rooms.Store(name, r) // want `^likely lost decision: open looks the key up and then stores under it, in two steps.*\(check-then-act\)`
	return r
}

// openOnce lets the map decide.
func openOnce(name string) *room {
	if r, ok := halls.Load(name); ok {
		return r.(*room)
	}
	r, _ := halls.LoadOrStore(name, &room{make(chan string, 4)})
	return r.(*room)
}

// setUp is called before anybody else knows the map.
func setUp(names *sync.Map, name string) {
	if _, ok := names.Load(name); !ok {
		names.Store(name, 1)
	}
}

func main() {
	var names sync.Map
	setUp(&names, "lobby")
	var wg sync.WaitGroup
	for _, guest := range []string{"ann", "bob", "cat"} {
		wg.Go(func() {
			open("lobby").guests <- guest
			openOnce("lobby").guests <- guest
		})
	}
	wg.Wait()
	fmt.Println(len(open("lobby").guests))
}
