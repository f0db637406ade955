package main

import (
	"fmt"
	"strconv"
)

type request struct{ expr string }

type reply struct {
	value int
	err   error
}

func worker(in <-chan request, out chan<- reply) {
	for r := range in {
		v, err := strconv.Atoi(r.expr)
		if err != nil {
			continue // BUG: recv-no-sender
		}
		out <- reply{value: v * v} // BUG: recv-no-sender
	}
}

func squares(exprs []string) (sum, failed int) {
	in, out := make(chan request), make(chan reply)
	for range 2 {
		go worker(in, out) // BUG: recv-no-sender
	}
	go func() {
		defer close(in)
		for _, e := range exprs {
			in <- request{e}
		}
	}()
	for range exprs {
		r := <-out // BUG: recv-no-sender
		if r.err != nil {
			failed++
			continue
		}
		sum += r.value
	}
	return sum, failed
}

func main() {
	fmt.Println(squares([]string{"1", "2", "3"}))
	fmt.Println(squares([]string{"4", "five", "6"}))
}
