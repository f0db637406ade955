package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type progress struct {
	total int64
	done  int64
}

func (p *progress) add(n int) {
	atomic.AddInt64(&p.done, int64(n)) // BUG: atomic-mixed
}

func (p *progress) percent() int {
	if p.total == 0 {
		return 100
	}
	return int(p.done * 100 / p.total) // BUG: atomic-mixed
}

type part struct {
	name string
	size int
}

func download(pt part, p *progress) {
	const chunk = 50
	for left := pt.size; left > 0; left -= chunk {
		n := min(left, chunk)
		time.Sleep(200 * time.Microsecond)
		p.add(n)
	}
}

func show(p *progress, every time.Duration, stop <-chan struct{}) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			fmt.Printf("%3d%%\n", p.percent())
		case <-stop:
			return
		}
	}
}

func main() {
	parts := []part{{"intro", 700}, {"main", 2100}, {"outro", 380}}
	p := &progress{}
	for _, pt := range parts {
		p.total += int64(pt.size)
	}

	stop := make(chan struct{})
	shown := make(chan struct{})
	go func() {
		show(p, 2*time.Millisecond, stop)
		close(shown)
	}()

	var wg sync.WaitGroup
	for _, pt := range parts {
		wg.Go(func() { download(pt, p) })
	}
	wg.Wait()
	close(stop)
	<-shown
	fmt.Println("finished:", p.percent())
}
