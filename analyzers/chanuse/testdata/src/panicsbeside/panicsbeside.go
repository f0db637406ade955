// Package panicsbeside ends the process from another goroutine, and keeps its own for the dump.
package panicsbeside

import "fmt"

func work() {
	waiting := make(chan int)
	defer func() {
		if err := recover(); err != nil {
			go panic(err)
			select {} // so that this goroutine is in the dump
		}
	}()
	go func() { fmt.Println(<-waiting) }()
	panic("broken")
}

var _ = work
