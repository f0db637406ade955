package main

import "fmt"

type baton struct {
	laps  int
	names []string
}

func runner(name string, in <-chan *baton, out chan<- *baton) {
	for b := range in {
		b.laps++
		b.names = append(b.names, name)
		out <- b
	}
	close(out)
}

func main() {
	start := make(chan *baton)
	next := start
	for _, n := range []string{"ann", "bob", "cy"} {
		out := make(chan *baton)
		go runner(n, next, out)
		next = out
	}
	b := &baton{}
	for range 3 {
		b.names = b.names[:0]
		start <- b
		b = <-next
		fmt.Println(b.laps, b.names)
	}
	close(start)
	<-next
}
