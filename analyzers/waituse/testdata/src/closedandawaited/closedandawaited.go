// Package main closes channels, and waits for what their receivers still do.
package main

import (
	"bufio"
	"fmt"
	"os"
	"sync"
	"time"
)

// A journal is waited for by its close.
type journal struct {
	lines chan string
	ended chan struct{}
}

func newJournal() *journal {
	j := &journal{make(chan string, 4), make(chan struct{})}
	go j.run()
	return j
}

func (j *journal) run() {
	defer close(j.ended)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	for line := range j.lines {
		w.WriteString(line)
	}
}

func (j *journal) close() {
	close(j.lines)
	<-j.ended
}

// A group is waited for by main.
type group struct {
	wg    sync.WaitGroup
	items chan int
}

func (g *group) run() {
	defer g.wg.Done()
	for i := range g.items {
		fmt.Println(i)
	}
	fmt.Println("end")
}

// slow is given time.
func slow(parts chan string) {
	for p := range parts {
		fmt.Println(p)
	}
	fmt.Println("all parts")
}

func main() {
	j := newJournal()
	defer j.close()
	j.lines <- "begin"

	g := &group{items: make(chan int, 4)}
	g.wg.Add(1)
	go g.run()
	g.items <- 1
	close(g.items)
	g.wg.Wait()

	parts := make(chan string, 1)
	go slow(parts)
	parts <- "one"
	close(parts)
	time.Sleep(time.Second)
}
