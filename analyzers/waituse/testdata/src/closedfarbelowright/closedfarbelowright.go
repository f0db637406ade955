// Package main closes queues far below main, where nothing is lost by that.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"sync"
)

// A printer waits for its last page.
type printer struct {
	once  sync.Once
	queue chan string
	empty chan struct{}
	paper io.Writer
}

func open(paper io.Writer) *printer {
	p := &printer{queue: make(chan string, 16), empty: make(chan struct{}), paper: paper}
	go p.serve()
	return p
}

func (p *printer) serve() {
	defer close(p.empty)
	for page := range p.queue {
		fmt.Fprintln(p.paper, page)
	}
}

func (p *printer) Close() error {
	p.once.Do(func() { close(p.queue) })
	<-p.empty
	return nil
}

// A draft is written into memory, which ends with the program anyhow.
type draft struct {
	once  sync.Once
	queue chan string
	text  io.Writer
}

func begin(text io.Writer) *draft {
	d := &draft{queue: make(chan string, 16), text: text}
	go d.serve()
	return d
}

func (d *draft) serve() {
	for line := range d.queue {
		fmt.Fprintln(d.text, line)
	}
}

func (d *draft) Close() { d.once.Do(func() { close(d.queue) }) }

// A ledger has been told of all its lines before it is closed.
type ledger struct {
	once    sync.Once
	queue   chan string
	pending sync.WaitGroup
	out     io.Writer
}

func keep(out io.Writer) *ledger {
	l := &ledger{queue: make(chan string, 16), out: out}
	go l.serve()
	return l
}

func (l *ledger) serve() {
	for line := range l.queue {
		fmt.Fprintln(l.out, line)
		l.pending.Done()
	}
}

func (l *ledger) add(line string) {
	l.pending.Add(1)
	l.queue <- line
}

func (l *ledger) flush() { l.pending.Wait() }

func (l *ledger) Close() { l.once.Do(func() { close(l.queue) }) }

func run() error {
	p := open(os.Stdout)
	defer p.Close()
	p.queue <- "page"

	d := begin(new(bytes.Buffer))
	defer d.Close()
	d.queue <- "line"

	l := keep(os.Stderr)
	defer l.Close()
	l.add("paid")
	l.flush()
	return nil
}

func main() {
	if err := run(); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
