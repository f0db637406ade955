package main

import "fmt"

type printer struct{ queue chan string }

func (p *printer) loop() {
	for address := range p.queue {
		fmt.Println("to", address)
	}
}

func (p *printer) start() {
	go p.loop() // want `^likely lost output: main may end before this goroutine has done its work, and cuts it off; nothing in main waits for it \(goroutine-not-awaited\)$`
}

func main() {
	p := &printer{queue: make(chan string)}
	defer close(p.queue)
	p.start()
	p.queue <- "Mill Lane 4"
}
