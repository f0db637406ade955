package main

import (
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

const lanterns = 40

func light(id int, lit *atomic.Int32) {
	time.Sleep(time.Duration(id%5) * time.Millisecond)
	lit.Add(1)
}

func main() {
	var (
		wg  sync.WaitGroup
		lit atomic.Int32
	)
	for id := range lanterns {
		go func() {
			wg.Add(1) // BUG: wg-add-inside
			defer wg.Done()
			light(id, &lit)
		}()
	}
	wg.Wait()

	n := lit.Load()
	fmt.Println("lit:", n)
	if n != lanterns {
		os.Exit(1)
	}
}
