package main

import (
	"fmt"
	"sync"
)

type printer struct {
	queue chan string
	wg    sync.WaitGroup
	ended chan struct{}
}

func (p *printer) loop() {
	defer p.wg.Done()
	for address := range p.queue {
		fmt.Println("to", address)
	}
}

// start counts the goroutine, and close waits for it.
func (p *printer) start() {
	p.wg.Add(1)
	go p.loop()
}

func (p *printer) close() {
	close(p.queue)
	p.wg.Wait()
}

// say waits itself.
func say(word string) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		fmt.Println(word)
	}()
	<-done
}

func (p *printer) watch() {
	go func() {
		fmt.Println("watching")
		close(p.ended)
	}()
}

func main() {
	say("hello")
	p := &printer{queue: make(chan string), ended: make(chan struct{})}
	defer func() { <-p.ended }() // before the goroutine is started
	defer p.close()
	p.start()
	p.watch()
	p.queue <- "Mill Lane 4"
}
