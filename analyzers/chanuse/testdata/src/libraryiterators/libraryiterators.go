// Package main ranges over iterators of the standard library, which have no body here.
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
)

func lines(text string) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for line := range strings.SplitSeq(text, "\n") {
			if line == "" {
				continue
			}
			out <- line // want `goroutine leak: the send to out waits for ever when its receiver has left first.*\(abandoned-send\)`
		}
	}()
	return out
}

func numbered(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		n := 0
		for line := range lines(text) {
			if !yield(n, line) {
				return
			}
			n++
		}
	}
}

func find(text, want string) bool {
	for _, line := range numbered(text) {
		if line == want {
			return true
		}
	}
	return false
}

// sum starts a goroutine for each key and receives what each of them sends.
func sum(m map[string]int) (total int) {
	parts := make(chan int)
	var wg sync.WaitGroup
	wg.Add(len(m))
	for k := range maps.Keys(m) {
		go func() {
			defer wg.Done()
			parts <- m[k]
		}()
	}
	go func() {
		wg.Wait()
		close(parts)
	}()
	for p := range parts {
		total += p
	}
	return total
}

// squares leaves the loop only when the producer has no more.
func squares(list []int) []int {
	in := make(chan int)
	go func() {
		defer close(in)
		for v := range slices.Values(list) {
			in <- v
		}
	}()
	var out []int
	for v := range in {
		out = append(out, v*v)
	}
	return out
}

// first takes exactly as many as there are.
func first(words string) (list []string) {
	ch := make(chan string)
	go func() {
		for _, w := range slices.Sorted(slices.Values(strings.Fields(words))) {
			ch <- w
		}
	}()
	for range strings.Fields(words) {
		list = append(list, <-ch)
	}
	return list
}

func main() {
	fmt.Println(find("a\nb\nc\n", "a"))
	fmt.Println(sum(map[string]int{"a": 1, "b": 2}))
	fmt.Println(squares([]int{1, 2, 3}))
	fmt.Println(first("to be or"))
}
