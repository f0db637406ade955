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
	sc := bufio.NewScanner(strings.NewReader(table))
	for sc.Scan() {
		var city string
		var size int
		if _, err := fmt.Sscan(sc.Text(), &city, &size); err != nil {
			continue
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			sizes <- size + len(city)
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
