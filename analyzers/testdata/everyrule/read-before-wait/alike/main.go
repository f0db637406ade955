// Command rates asks several banks for the price of a dollar.
package main

import (
	"fmt"
	"sync"
)

type survey struct {
	wg    sync.WaitGroup
	rates []float64
	best  float64
	ready chan struct{}
}

func start(banks []string) *survey {
	s := &survey{rates: make([]float64, len(banks)), ready: make(chan struct{})}
	for i, b := range banks {
		s.wg.Go(func() { s.rates[i] = 1 + float64(len(b))/100 })
	}
	go func() {
		defer close(s.ready)
		s.wg.Wait()
		for _, r := range s.rates {
			s.best = max(s.best, r)
		}
	}()
	return s
}

func (s *survey) finish() *survey {
	<-s.ready
	return s
}

func main() {
	s := start([]string{"north", "south-east", "west"})
	fmt.Println("asked", len(s.rates), "banks")
	fmt.Println(s.finish().best, s.rates[0])
}
