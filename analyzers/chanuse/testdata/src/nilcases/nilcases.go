// Package main switches select cases off by nil channels.
package main

import "fmt"

func merge(a, b <-chan int) (list []int) {
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			list = append(list, v)
		case v, ok := <-b:
			if !ok {
				b = nil
				continue
			}
			list = append(list, v)
		}
	}
	return list
}

func count(n int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := range n {
			ch <- i
		}
	}()
	return ch
}

// buffer holds what it has received until somebody takes it.
func buffer(in <-chan int, out chan<- int) {
	defer close(out)
	var held []int
	for in != nil || len(held) > 0 {
		var to chan<- int
		var next int
		if len(held) > 0 {
			to, next = out, held[0]
		}
		select {
		case v, ok := <-in:
			if !ok {
				in = nil
				continue
			}
			held = append(held, v)
		case to <- next:
			held = held[1:]
		}
	}
}

func main() {
	fmt.Println(merge(count(2), count(1)))
	out := make(chan int)
	go buffer(count(2), out)
	for v := range out {
		fmt.Println(v)
	}
}
