// Package main is correct: it must get no report.
package main

import (
	"strconv"
	"sync"
)

func main() {
	quits := map[string]chan int{}
	var wg sync.WaitGroup
	for i := int64(0); i < 2; i++ {
		q := make(chan int)
		quits[strconv.FormatInt(i, 10)] = q // another key each time
		wg.Go(func() { <-q })
	}
	for _, q := range quits {
		close(q)
	}
	wg.Wait()
}
