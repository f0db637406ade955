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
		wg.Done()
		return
	}
	total.Add(int64(n))
	wg.Done()
}

func main() {
	var wg sync.WaitGroup
	for _, f := range []string{"12", "7", "x9", "30"} {
		wg.Add(1)
		go add(f, &wg)
	}
	wg.Wait()
	fmt.Println("sum", total.Load())
}
