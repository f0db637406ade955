// Package main closes the queue of a printer far below main, which ends before all is printed.
package main

import (
	"fmt"
	"io"
	"os"
	"sync"
)

// A printer writes where it is told to.
type printer struct {
	once  sync.Once
	queue chan string
	paper io.Writer
}

func open(paper io.Writer) *printer {
	p := &printer{queue: make(chan string, 16), paper: paper}
	go p.serve() // want `likely lost output: main may end before this goroutine has done its work.*\(goroutine-not-awaited\)`
	return p
}

func (p *printer) serve() {
	for page := range p.queue {
		p.print(page)
	}
}

func (p *printer) print(page string) { fmt.Fprintln(p.paper, page) }

func (p *printer) Close() error {
	p.once.Do(func() { close(p.queue) })
	return nil
}

func run() error {
	p := open(os.Stdout)
	defer p.Close()
	for i := range 5 {
		p.queue <- fmt.Sprint("page ", i)
	}
	return nil
}

func main() {
	if err := run(); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
