// Command download fetches a file in parts and prints its size.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type download struct {
	received int64
	failed   int64
}

func resume(from int64) *download {
	d := &download{}
	d.received = from
	return d
}

func (d *download) part(size int64) {
	if size == 0 {
		atomic.AddInt64(&d.failed, 1)
		return
	}
	atomic.AddInt64(&d.received, size)
}

func main() {
	d := resume(512)
	var wg sync.WaitGroup
	for _, size := range []int64{100, 0, 300} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			d.part(size)
		}()
	}
	wg.Wait()
	fmt.Println(d.received, "bytes,", d.failed, "parts failed")
}
