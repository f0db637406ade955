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
	out := make(chan int, 1)
	go func() {
		defer close(out)
		for a != nil || b != nil {
			select {
			case v, ok := <-a:
				if !ok {
					a = nil
					continue
				}
				out <- v
			case v, ok := <-b:
				if !ok {
					b = nil
					continue
				}
				out <- v
			}
		}
	}()
	return out
}

func main() {
	sum := 0
	for v := range merge(count(0, 10, 2), merge(count(1, 10, 2), count(10, 12, 1))) {
		sum += v
	}
	fmt.Println(sum)
}
