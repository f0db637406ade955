package main

import "fmt"

func count(from, to, step int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := from; i < to; i += step {
			out <- i
		}
	}()
	return out
}

func merge(a, b <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		var (
			hold int
			dst  chan<- int
		)
		for a != nil || b != nil || dst != nil {
			inA, inB := a, b
			if dst != nil {
				inA, inB = nil, nil
			}
			select {
			case v, ok := <-inA:
				if !ok {
					a = nil
					break
				}
				hold, dst = v, out
			case v, ok := <-inB:
				if !ok {
					b = nil
					break
				}
				hold, dst = v, out
			case dst <- hold:
				dst = nil
			}
		}
	}()
	return out
}

func main() {
	sum := 0
	for v := range merge(count(0, 20, 2), count(1, 20, 2)) {
		sum += v
	}
	fmt.Println("sum:", sum)
}
