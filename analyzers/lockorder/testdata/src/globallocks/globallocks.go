// Package main takes two package locks in both orders, one of them in a callee.
package main

import (
	"fmt"
	"sync"
)

var (
	usersMu sync.Mutex
	users   = map[string]int{}
	logMu   sync.Mutex
	lines   []string
)

func note(line string) {
	logMu.Lock() // want `^deadlock: add locks usersMu \(globallocks.go:23\), then note locks logMu; .*globallocks.go:43.* locks them the other way round.*\(lock-order\)`
	defer logMu.Unlock()
	lines = append(lines, line)
}

func add(name string) {
	usersMu.Lock()
	defer usersMu.Unlock()
	users[name]++
	note("added " + name)
}

func dump() {
	logMu.Lock()
	defer logMu.Unlock()
	for _, l := range lines {
		fmt.Println(l)
	}
	usersMu.Lock() // related `^goroutine 3 waits for usersMu \(lock-order\)$`
	defer usersMu.Unlock()
	fmt.Println(len(users))
}

func main() {
	var wg sync.WaitGroup
	wg.Go(func() { add("ann") })
	wg.Go(dump)
	wg.Wait()
}
