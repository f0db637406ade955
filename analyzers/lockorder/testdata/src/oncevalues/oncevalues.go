// Command oncevalues computes values once that need each other.
package main

import (
	"fmt"
	"sync"
)

type window struct {
	width      int
	compact    bool
	side, body func() int
}

func newWindow(width int, compact bool) *window {
	w := &window{width: width, compact: compact}
	w.side = sync.OnceValue(w.measureSide)
	w.body = sync.OnceValue(w.measureBody)
	return w
}

func (w *window) measureSide() int {
	if w.compact {
		return 0
	}
	return w.body() / 4 // want `deadlock: what this function computes once calls it again and waits for itself \(once-recursion\)`
}

func (w *window) measureBody() int {
	return w.width - w.side()
}

func main() {
	for _, compact := range []bool{true, false} {
		fmt.Println(newWindow(800, compact).body())
	}
}

// inTurn needs one for the other, and not back; all get the same.
func inTurn() int {
	width := sync.OnceValue(func() int { return 800 })
	load := sync.OnceValues(func() (int, error) { return width() / 4, nil })
	done := make(chan int)
	go func() {
		n, err := load()
		if err != nil {
			return // never
		}
		done <- n
	}()
	return width() - <-done
}

func init() { inTurn() }
