package main

import (
	"fmt"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
)

type counter struct {
	sold  atomic.Int32
	limit int32
}

func (c *counter) buy() bool {
	if c.sold.Load() >= c.limit { // BUG: check-then-act
		return false
	}
	runtime.Gosched()
	c.sold.Add(1) // BUG: check-then-act
	return true
}

func main() {
	for range 200 {
		c := &counter{limit: 10}
		var wg sync.WaitGroup
		for range 40 {
			wg.Go(func() { c.buy() })
		}
		wg.Wait()
		if n := c.sold.Load(); n != c.limit {
			fmt.Println("sold", n)
			os.Exit(1)
		}
	}
	fmt.Println("sold out")
}
