// Command rates asks several banks for the price of a dollar.
package main

import (
	"fmt"
	"sync"
)

func ask(bank string) float64 {
	return 1 + float64(len(bank))/100
}

func startAll(banks []string, rates []float64, wg *sync.WaitGroup) {
	for i, b := range banks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			rates[i] = ask(b)
		}()
	}
}

func mean(rates []float64) float64 {
	sum := 0.0
	for _, r := range rates { // BUG?
		sum += r
	}
	return sum / float64(len(rates))
}

func main() {
	banks := []string{"north", "south-east", "west"}
	rates := make([]float64, len(banks))
	var wg sync.WaitGroup
	startAll(banks, rates, &wg)
	fmt.Printf("mean: %.3f\n", mean(rates)) // BUG?
	wg.Wait()
}
