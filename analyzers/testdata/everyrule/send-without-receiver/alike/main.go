// Package main sells tickets at the windows of a box office.
package main

import (
	"fmt"
	"sync"
)

type office struct {
	windows map[string]chan string
	wg      sync.WaitGroup
}

func (o *office) open(name string) {
	in := make(chan string)
	o.windows[name] = in
	o.wg.Go(func() { serve(name, in) })
}

func serve(name string, in <-chan string) {
	for guest := range in {
		fmt.Println(name, "sells a ticket to", guest)
	}
}

func (o *office) sell(name, guest string) {
	if in, ok := o.windows[name]; ok {
		in <- guest
	}
}

func (o *office) close() {
	for _, in := range o.windows {
		close(in)
	}
	o.wg.Wait()
}

func main() {
	o := &office{windows: make(map[string]chan string)}
	o.open("left")
	o.open("right")
	o.sell("left", "Ada")
	o.sell("right", "Ben")
	o.close()
}
