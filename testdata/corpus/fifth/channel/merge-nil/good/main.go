package main

import "fmt"

type reading struct {
	buoy string
	cm   int
}

func source(name string, n int) <-chan reading {
	ch := make(chan reading)
	go func() {
		defer close(ch)
		for i := range n {
			ch <- reading{name, 40 + i}
		}
	}()
	return ch
}

func merge(a, b <-chan reading) <-chan reading {
	out := make(chan reading)
	go func() {
		defer close(out)
		for a != nil || b != nil {
			select {
			case r, ok := <-a:
				if !ok {
					a = nil
					break
				}
				out <- r
			case r, ok := <-b:
				if !ok {
					b = nil
					break
				}
				out <- r
			}
		}
	}()
	return out
}

func main() {
	n, sum := 0, 0
	for r := range merge(source("east", 5), source("west", 9)) {
		n++
		sum += r.cm
	}
	fmt.Println(n, sum)
}
