package main

import (
	"fmt"
	"strings"
	"sync"
)

type sheet struct {
	title  string
	copies int
}

type press struct {
	mu    sync.Mutex
	ink   int
	lines []string
}

// begin waits for the machine and returns while it is still printing.
func (p *press) begin(s sheet) <-chan int {
	finished := make(chan int, 1)
	p.mu.Lock()
	p.ink -= len(s.title)
	go func() {
		defer p.mu.Unlock()
		for n := range s.copies {
			p.lines = append(p.lines, fmt.Sprintf("%s #%d", s.title, n+1))
		}
		p.ink -= s.copies
		finished <- p.ink
	}()
	return finished
}

func (p *press) refill(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ink += n
}

func (p *press) output() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return strings.Join(p.lines, ", ")
}

func main() {
	p := &press{ink: 500}
	jobs := []sheet{{"menu", 3}, {"map", 2}, {"poster", 1}}
	var receipts []<-chan int
	for _, j := range jobs {
		receipts = append(receipts, p.begin(j))
		p.refill(10)
	}
	left := 0
	for _, r := range receipts {
		left = <-r
	}
	fmt.Println(left)
	fmt.Println(p.output())
}
