// Package main closes channels last of all, and ends before their receivers have.
package main

import (
	"bufio"
	"fmt"
	"os"
	"sync"
)

// A journal writes in a goroutine of its own.
type journal struct {
	once  sync.Once
	lines chan string
	out   *bufio.Writer
}

func newJournal() *journal {
	j := &journal{lines: make(chan string), out: bufio.NewWriter(os.Stdout)}
	go j.run() // want `likely lost output: main may end before this goroutine has done its work.*\(goroutine-not-awaited\)`
	return j
}

func (j *journal) run() {
	for line := range j.lines {
		j.out.WriteString(line)
	}
	j.out.Flush()
}

func (j *journal) close() { j.once.Do(func() { close(j.lines) }) }

// An audit has room for what is not written yet.
type audit struct{ entries chan string }

func (a *audit) run() {
	for e := range a.entries {
		fmt.Println(e)
	}
}

func count(numbers <-chan int) {
	defer fmt.Println("counted")
	for range numbers {
	}
}

func main() {
	j := newJournal()
	defer j.close()
	a := &audit{make(chan string, 8)}
	go a.run() // want `lost output.* \(goroutine-not-awaited\)`
	numbers := make(chan int)
	go count(numbers) // want `lost output.* \(goroutine-not-awaited\)`
	ready := make(chan bool)
	go func() { ready <- true }()
	<-ready
	for i := range 3 {
		numbers <- i
		a.entries <- "number"
		j.lines <- "number"
	}
	close(a.entries)
	close(numbers)
}
