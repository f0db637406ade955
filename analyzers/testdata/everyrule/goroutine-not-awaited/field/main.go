// Package main writes the addresses of letters through a queue.
package main

import "fmt"

type printer struct {
	queue chan string
	pages int
}

func (p *printer) loop() {
	for address := range p.queue {
		p.pages++
		fmt.Println("page", p.pages, "to", address)
	}
}

func (p *printer) start() {
	go p.loop() // BUG
}

func (p *printer) close() {
	close(p.queue)
}

func main() {
	p := &printer{queue: make(chan string)}
	p.start()
	for _, a := range []string{"Mill Lane 4", "Sea Road 12"} {
		p.queue <- a
	}
	p.close()
}
