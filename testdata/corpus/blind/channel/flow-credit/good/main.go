package main

import (
	"fmt"
	"sync"
)

const window = 4

type packet struct {
	seq  int
	last bool
	body []byte
}

// link connects a sender and a receiver. A packet may only be sent for a
// credit, so data never holds more than window packets.
type link struct {
	data    chan packet
	credits chan int
}

func newLink() *link {
	l := &link{data: make(chan packet, window), credits: make(chan int, window)}
	for range window {
		l.credits <- 1
	}
	return l
}

func (l *link) send(msgs ...string) {
	for i, m := range msgs {
		<-l.credits
		l.data <- packet{seq: i, last: i == len(msgs)-1, body: []byte(m)}
	}
}

func (l *link) receive() (text string, packets int) {
	var buf []byte
	for {
		p := <-l.data
		buf = append(buf, p.body...)
		packets++
		if p.last {
			return string(buf), packets
		}
		l.credits <- 1
	}
}

type router struct {
	wg    sync.WaitGroup
	links []*link
	texts []string
}

func (r *router) connect(msgs ...string) {
	l := newLink()
	r.links = append(r.links, l)
	r.texts = append(r.texts, "")
	r.wg.Add(1)
	go func() {
		defer r.wg.Done()
		l.send(msgs...)
	}()
}

func (r *router) collect() {
	for i, l := range r.links {
		r.wg.Add(1)
		go func() {
			defer r.wg.Done()
			text, n := l.receive()
			r.texts[i] = fmt.Sprintf("%d:%s", n, text)
		}()
	}
	r.wg.Wait()
}

func main() {
	var r router
	r.connect("one ", "packet ", "after ", "the ", "other ", "comes")
	r.connect("x")
	r.connect("a", "b", "c", "d", "e", "f", "g", "h", "i")
	r.collect()
	for _, t := range r.texts {
		fmt.Println(t)
	}
}
