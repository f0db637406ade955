// Package main ends too early.
package main

import (
	"fmt"
	"os"
	"strings"
)

type report struct{ lines chan string }

func (r *report) run() {
	n := 0
	for range r.lines {
		n++
	}
	r.print(n)
}

func (r *report) print(n int) { fmt.Println(n, "lines") }

func main() {
	r := &report{lines: make(chan string)}
	go r.run()  // want `lost output: main may end before this goroutine has done its work, and cuts it off; .*\(goroutine-not-awaited\)`
	go func() { // want `\(goroutine-not-awaited\)`
		fmt.Println("hello")
	}()
	go fmt.Println("saved") // want `\(goroutine-not-awaited\)`
	go func() {             // want `\(goroutine-not-awaited\)`
		fmt.Fprintln(os.Stdout, "saved")
	}()
	var page strings.Builder
	go fmt.Fprintln(&page, "nobody misses what is only kept")
	for _, line := range []string{"one", "two"} {
		r.lines <- line
	}
	close(r.lines)
	fmt.Println("sent")
}
