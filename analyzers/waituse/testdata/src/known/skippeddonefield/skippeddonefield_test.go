// Package skippeddonefield counts in a field, and its worker method has a way out
// without Done.
//
// Today: "because nobody calls Done", although work does so on its other way.
package skippeddonefield

import (
	"sync"
	"testing"
)

type pool struct {
	wg   sync.WaitGroup
	jobs chan int
	sum  int
}

func (p *pool) work() {
	for n := range p.jobs {
		if n < 0 {
			return
		}
		p.sum += n
	}
	p.wg.Done()
}

func (p *pool) start() {
	p.wg.Add(1)
	go p.work()
}

func (p *pool) finish() int {
	close(p.jobs)
	p.wg.Wait() // want `this Wait never ends when a goroutine leaves without calling Done \(missing-done\)`
	return p.sum
}

func TestNegative(t *testing.T) {
	p := &pool{jobs: make(chan int, 2)}
	p.start()
	p.jobs <- 1
	p.jobs <- -1
	p.finish()
}
