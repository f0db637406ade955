package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type segment struct{ from, to int64 }

type Download struct {
	name  string
	size  int64
	got   int64
	parts []segment
}

func newDownload(name string, size int64, n int) *Download {
	d := &Download{name: name, size: size}
	step := size / int64(n)
	for i := range n {
		s := segment{int64(i) * step, int64(i+1) * step}
		if i == n-1 {
			s.to = size
		}
		d.parts = append(d.parts, s)
	}
	return d
}

func (d *Download) fetch(s segment) {
	const chunk = 4096
	for off := s.from; off < s.to; off += chunk {
		n := min(chunk, s.to-off)
		time.Sleep(200 * time.Microsecond)
		atomic.AddInt64(&d.got, n)
	}
}

func (d *Download) percent() int {
	return int(atomic.LoadInt64(&d.got) * 100 / d.size)
}

func (d *Download) run() {
	finished := make(chan struct{})
	var wg sync.WaitGroup
	for _, p := range d.parts {
		wg.Add(1)
		go func(p segment) {
			defer wg.Done()
			d.fetch(p)
		}(p)
	}
	go func() {
		wg.Wait()
		close(finished)
	}()
	tick := time.NewTicker(3 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			fmt.Printf("\r%s %3d%%", d.name, d.percent())
		case <-finished:
			fmt.Printf("\r%s done, %d bytes\n", d.name, d.size)
			return
		}
	}
}

func main() {
	d := newDownload("holiday.iso", 1<<19, 4)
	d.run()
}
