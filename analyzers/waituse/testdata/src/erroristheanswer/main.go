// Package main is correct: it must get no report.
package main

import (
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"
)

func countNumbers(words []string) (int64, error) {
	if len(words) == 0 {
		return 0, fmt.Errorf("no words")
	}
	var n atomic.Int64
	var wg sync.WaitGroup
	for _, w := range words {
		wg.Go(func() {
			if _, err := strconv.Atoi(w); err != nil {
				return // no number
			}
			n.Add(1)
		})
	}
	wg.Wait()
	return n.Load(), nil
}

func main() { fmt.Println(countNumbers([]string{"a", "1"})) }
