// Package main has selects that never wait, in loops that do nothing else.
package main

import "fmt"

func work(jobs <-chan string, done <-chan struct{}) {
	for {
		select { // related `^the select would wait here \(busy-select\)$`
		case job := <-jobs:
			fmt.Println("doing", job)
		case <-done:
			return
		default: // want `^likely busy loop: this default lets the loop spin while no channel is ready.*\(busy-select\)`
			// no job yet
		}
	}
}

type pump struct{ in, quit chan int }

func (p *pump) run() (sum int) {
	for {
		select { // related `^the select would wait here \(busy-select\)$`
		case v := <-p.in:
			sum += v
		case <-p.quit:
			return sum
		default: // want `^likely busy loop: this default lets the loop spin while no channel is ready.*\(busy-select\)`
			continue
		}
	}
}

func main() {
	jobs, done := make(chan string), make(chan struct{})
	go func() {
		jobs <- "wash up"
		close(done)
	}()
	work(jobs, done)
	p := &pump{make(chan int), make(chan int)}
	go func() {
		p.in <- 1
		p.quit <- 1
	}()
	fmt.Println(p.run())
}
