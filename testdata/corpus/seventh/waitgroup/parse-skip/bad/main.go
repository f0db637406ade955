package main

import (
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"
)

var total atomic.Int64

func add(field string, wg *sync.WaitGroup) {
	n, err := strconv.Atoi(field)
	if err != nil {
		fmt.Println("skip", field)
		return // BUG: wg-missing-done
	}
	total.Add(int64(n))
	wg.Done() // BUG: wg-missing-done
}

func main() {
	var wg sync.WaitGroup
	for _, f := range []string{"12", "7", "x9", "30"} {
		wg.Add(1)      // BUG: wg-missing-done
		go add(f, &wg) // BUG: wg-missing-done
	}
	wg.Wait() // BUG: wg-missing-done
	fmt.Println("sum", total.Load())
}
