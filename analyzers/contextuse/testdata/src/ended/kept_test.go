package ended

import (
	"context"
	"testing"
)

// A pool keeps what stops its goroutine, and calls it in close.
type pool struct {
	jobs chan int
	stop context.CancelFunc
}

func open() *pool {
	ctx, cancel := context.WithCancel(context.Background())
	p := &pool{make(chan int, 100), cancel}
	go p.run(ctx)
	return p
}

func (p *pool) run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-p.jobs:
		}
	}
}

func (p *pool) close() { p.stop() }

// Its goroutine waits for work as long as the process lasts, as it would in a program.
func TestForgetsToClose(t *testing.T) {
	p := open()
	p.jobs <- 1
}

func TestCloses(t *testing.T) {
	p := open()
	defer p.close()
	p.jobs <- 1
}
