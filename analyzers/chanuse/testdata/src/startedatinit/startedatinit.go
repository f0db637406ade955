// Package main has goroutines that its initialisation starts and that live as long as the
// process: that they wait when main has ended is what they are for.
package main

import "fmt"

var lines = make(chan string)

var flushed = start()

func start() chan bool {
	flushed := make(chan bool)
	go func() {
		for range flushed {
			fmt.Println("flushed")
		}
	}()
	return flushed
}

func init() {
	go func() {
		for line := range lines {
			fmt.Println(line)
		}
	}()
}

func main() {
	lines <- "first"
	lines <- "second"
	flushed <- true
}
