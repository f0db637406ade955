// Package main does not end before its goroutines.
package main

import (
	"fmt"
	"sync/atomic"
)

var done atomic.Bool

func work() {
	fmt.Println("working")
	done.Store(true)
}

func asks() {
	for !done.Load() {
	}
}

func main() {
	go work()
	asks()
	for i := 0; ; i++ {
		go fmt.Println(i)
		go func() { fmt.Println("again") }()
	}
}
