// Package main ranges over a channel that stays open.
package main

import "fmt"

type squares struct{ out chan int }

func (s *squares) produce(n int) {
	for i := range n {
		s.out <- i * i
	}
}

func (s *squares) print() {
	for v := range s.out { // want `^deadlock: the range over s.out waits for ever, because nobody closes s.out any more \(range-never-closed\)`
		fmt.Println(v)
	}
}

func main() {
	s := &squares{out: make(chan int)}
	go s.produce(3)
	s.print()
}
