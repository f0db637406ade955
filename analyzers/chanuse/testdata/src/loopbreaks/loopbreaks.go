// Package main breaks out of selects and means their loops.
package main

import "fmt"

func work(jobs <-chan string, done <-chan struct{}) {
	for { // related `^the loop that goes on is here \(select-break\)$`
		select {
		case job := <-jobs:
			fmt.Println("doing", job)
		case <-done:
			break // want `^this break leaves the select, not the loop around it: the loop never ends \(select-break\)`
		}
	}
}

type pump struct{ in, quit chan int }

func (p *pump) run(out chan<- int) {
	n := 0
	for { // related `^the loop that goes on is here \(select-break\)$`
		n++
		select {
		case v := <-p.in:
			out <- v * n
		case <-p.quit:
			fmt.Println("stopping")
			break // want `^this break leaves the select, not the loop around it: the loop never ends \(select-break\)`
		}
	}
}

func main() {
	jobs, done := make(chan string), make(chan struct{})
	p, out := &pump{make(chan int), make(chan int)}, make(chan int, 1)
	go p.run(out)
	p.in <- 1
	p.quit <- 1
	go func() {
		jobs <- "wash up"
		close(done)
	}()
	work(jobs, done)
}
