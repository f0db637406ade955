package main

import (
	"fmt"
	"sync"
	"time"
)

type printer struct {
	mu    sync.Mutex
	pages int
}

// start returns as soon as the printer has accepted the job.
func (p *printer) start(pages int) {
	p.mu.Lock()
	go func() {
		defer p.mu.Unlock()
		for range pages {
			time.Sleep(time.Millisecond)
			p.pages++
		}
	}()
}

func (p *printer) total() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.pages
}

func main() {
	var p printer
	p.start(3)
	p.start(4)
	fmt.Println(p.total())
}
