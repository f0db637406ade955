// Package main asks several tide gauges and takes the first answer.
package main

import (
	"fmt"
	"math/rand/v2"
	"time"
)

type level struct {
	gauge string
	cm    int
}

func newAnswers(n int) chan level {
	return make(chan level, n)
}

func ask(gauge string, out chan<- level) {
	time.Sleep(time.Duration(rand.IntN(20)) * time.Millisecond)
	out <- level{gauge, rand.IntN(300)}
}

func first(gauges []string) level {
	out := newAnswers(len(gauges))
	for _, g := range gauges {
		go ask(g, out)
	}
	return <-out
}

func main() {
	for range 5 {
		l := first([]string{"pier", "lock", "buoy"})
		fmt.Println(l.gauge, l.cm)
	}
}
