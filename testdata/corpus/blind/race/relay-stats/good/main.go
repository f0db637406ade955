package main

import (
	"fmt"
	"os"
	"sync"
	"sync/atomic"
)

type stats struct {
	packets uint64
	bytes   uint64
	drops   uint64
}

func (s *stats) count(n int) {
	atomic.AddUint64(&s.packets, 1)
	atomic.AddUint64(&s.bytes, uint64(n))
}

func (s *stats) drop() { atomic.AddUint64(&s.drops, 1) }

func (s *stats) String() string {
	return fmt.Sprintf("%d packets, %d bytes, %d dropped",
		atomic.LoadUint64(&s.packets), atomic.LoadUint64(&s.bytes), atomic.LoadUint64(&s.drops))
}

type relay struct {
	stats
	in chan []byte
}

func (r *relay) serve(wg *sync.WaitGroup) {
	defer wg.Done()
	for p := range r.in {
		if len(p) > 64 {
			r.drop()
			continue
		}
		r.count(len(p))
	}
}

func main() {
	r := &relay{in: make(chan []byte)}
	var wg sync.WaitGroup
	wg.Add(2)
	go r.serve(&wg)
	go r.serve(&wg)
	for i := range 20 {
		r.in <- make([]byte, i*5)
		if i%7 == 0 {
			fmt.Fprintln(os.Stderr, r.String())
		}
	}
	close(r.in)
	wg.Wait()
	fmt.Println(r.String())
}
