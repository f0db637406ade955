package main

import (
	"errors"
	"fmt"
	"strconv"
	"sync"
)

type parsed struct {
	n   int
	err error
}

func parseAll(in []string) <-chan parsed {
	out := make(chan parsed)
	var wg sync.WaitGroup
	for _, s := range in {
		wg.Go(func() {
			n, err := strconv.Atoi(s)
			out <- parsed{n, err}
		})
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func drain[T any](c <-chan T) {
	for range c {
	}
}

func sum(in []string) (int, error) {
	results := parseAll(in)
	total := 0
	for r := range results {
		if r.err != nil {
			go drain(results)
			return 0, errors.Unwrap(r.err)
		}
		total += r.n
	}
	return total, nil
}

func main() {
	fmt.Println(sum([]string{"1", "2", "3"}))
	fmt.Println(sum([]string{"1", "x", "y", "4"}))
}
