// Package main stacks radio samples of a pulsar until the dish must turn away.
package main

import (
	"errors"
	"fmt"
)

var errHorizon = errors.New("below the horizon")

func sample(i int) (int, error) {
	if i >= 5 {
		return 0, errHorizon
	}
	return 40 + i, nil
}

func record(samples int, out chan<- int) {
	defer close(out)
	for i := range samples {
		v, err := sample(i)
		if err != nil {
			return
		}
		out <- v
	}
}

func stack(samples int, in <-chan int) (sum, got int) {
	for range samples {
		v, ok := <-in
		if !ok {
			break
		}
		sum += v
		got++
	}
	return sum, got
}

func main() {
	const samples = 8
	dish := make(chan int)
	go record(samples, dish)
	fmt.Println(stack(samples, dish))
}
