// Package main collects the votes that come in within one second.
package main

import (
	"fmt"
	"time"
)

const limit = time.Second

func voters(votes chan<- string) {
	for _, v := range []string{"yes", "no", "yes", "yes"} {
		votes <- v
		time.Sleep(400 * time.Millisecond)
	}
}

func next(votes <-chan string) (string, bool) {
	select {
	case v := <-votes:
		return v, true
	case <-time.After(limit): // BUG
		return "", false
	}
}

func collect(votes <-chan string) map[string]int {
	count := make(map[string]int)
	for {
		v, ok := next(votes)
		if !ok {
			return count
		}
		count[v]++
	}
}

func main() {
	votes := make(chan string, 4)
	go voters(votes)
	fmt.Println(collect(votes))
}
