// Package main writes parcel labels through a queue.
package main

import "fmt"

type labeller struct {
	queue chan string
	empty chan struct{}
	pages int
}

func newLabeller() *labeller {
	l := &labeller{queue: make(chan string), empty: make(chan struct{})}
	go l.loop()
	return l
}

func (l *labeller) loop() {
	defer close(l.empty)
	for address := range l.queue {
		l.pages++
		fmt.Println("label", l.pages, "to", address)
	}
}

func (l *labeller) close() {
	close(l.queue)
	<-l.empty
}

func main() {
	l := newLabeller()
	defer l.close()
	for _, a := range []string{"Mill Lane 4", "Sea Road 12"} {
		l.queue <- a
	}
}
