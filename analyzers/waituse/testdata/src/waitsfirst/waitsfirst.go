// Package waitsfirst starts the one who waits before there is anything to wait for.
package waitsfirst

import "sync"

func lengths(names []string) int {
	found := make(chan int, 10)
	var wg sync.WaitGroup
	go func() {
		wg.Wait() // want `missed wait: this goroutine may reach Wait before lengths has called Add, and not wait at all; .*\(add-after-wait\)`
		close(found)
	}()
	for _, name := range names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			_ = len(name)
		}()
	}
	sum := 0
	for n := range found {
		sum += n
	}
	return sum
}

type pool struct {
	wg   sync.WaitGroup
	done chan struct{}
}

func (p *pool) closer() {
	p.wg.Wait() // want `before run has called Add.* \(add-after-wait\)`
	close(p.done)
}

func (p *pool) run(work []func()) {
	go p.closer()
	for _, f := range work {
		p.wg.Go(f)
	}
	<-p.done
}
