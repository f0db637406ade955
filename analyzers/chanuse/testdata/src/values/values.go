// Package main keeps channels in slices, maps, structs, closures and interfaces.
package main

import "fmt"

type server struct {
	in, out chan int
}

func (s *server) run() {
	for v := range s.in {
		s.out <- v + 1
	}
	close(s.out)
}

func ask(v int) int {
	s := server{in: make(chan int), out: make(chan int)}
	go s.run()
	s.in <- v
	close(s.in)
	sum := 0
	for r := range s.out {
		sum += r
	}
	return sum
}

func each(n int) (sum int) {
	chs := make([]chan int, n)
	for i := range chs {
		chs[i] = make(chan int)
		go func() { chs[i] <- i }()
	}
	for _, ch := range chs {
		sum += <-ch
	}
	return sum
}

func keyed() int {
	byName := map[string]chan int{"a": make(chan int), "b": make(chan int)}
	for _, ch := range byName {
		go func() { ch <- 1 }()
	}
	return <-byName["a"] + <-byName["b"]
}

type sender interface{ send(int) }

type direct chan int

func (d direct) send(v int) { d <- v }

type doubled struct{ to sender }

func (d doubled) send(v int) { d.to.send(2 * v) }

func through() int {
	ch := make(direct)
	var s sender = doubled{ch}
	go s.send(21)
	return <-ch
}

func replies() int {
	requests := make(chan chan int)
	go func() {
		reply := <-requests
		reply <- 1
	}()
	reply := make(chan int)
	requests <- reply
	return <-reply
}

func later() int {
	ch := make(chan int)
	send := func(v int) { ch <- v }
	defer close(ch)
	go send(1)
	return <-ch
}

func main() { fmt.Println(ask(1), each(3), keyed(), through(), replies(), later()) }
