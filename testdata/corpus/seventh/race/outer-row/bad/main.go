package main

import (
	"bufio"
	"fmt"
	"strings"
	"sync"
)

const table = `tokyo 37
delhi 33
cairo 22
lagos 16
paris 11`

func main() {
	sizes := make(chan int, 8)
	var wg sync.WaitGroup
	var city string
	var size int
	sc := bufio.NewScanner(strings.NewReader(table))
	for sc.Scan() {
		if _, err := fmt.Sscan(sc.Text(), &city, &size); err != nil { // BUG: loop-var-capture, captured-var, data-race
			continue
		}
		wg.Add(1)
		go func() { // BUG: loop-var-capture, captured-var
			defer wg.Done()
			sizes <- size + len(city) // BUG: loop-var-capture, captured-var, data-race
		}()
	}
	wg.Wait()
	close(sizes)
	sum := 0
	for s := range sizes {
		sum += s
	}
	fmt.Println("sum", sum)
}
