// Package outlived closes channels when the goroutine that receives from them has ended, and
// when it has not.
package outlived

import "sync"

// A Counter's goroutine ends before Close closes the channel from which it receives.
type Counter struct {
	items chan int
	stop  chan struct{}
	done  chan struct{}
	sum   int
}

func NewCounter() *Counter {
	c := &Counter{items: make(chan int, 3), stop: make(chan struct{}), done: make(chan struct{})}
	go c.run()
	return c
}

func (c *Counter) run() {
	for {
		select {
		case item := <-c.items:
			c.sum += item
		case <-c.stop:
			c.done <- struct{}{}
			return
		}
	}
}

func (c *Counter) Close() int {
	c.stop <- struct{}{}
	<-c.done
	close(c.items)
	return c.sum
}

// A Group's goroutines have called Done before.
type Group struct {
	items chan int
	stop  chan struct{}
	wg    sync.WaitGroup
	mu    sync.Mutex
	sum   int
}

func NewGroup() *Group {
	g := &Group{items: make(chan int), stop: make(chan struct{})}
	for range 2 {
		g.wg.Go(g.run)
	}
	return g
}

func (g *Group) run() {
	for {
		select {
		case item := <-g.items:
			g.mu.Lock()
			g.sum += item
			g.mu.Unlock()
		case <-g.stop:
			return
		}
	}
}

func (g *Group) Close() {
	close(g.stop)
	g.wg.Wait()
	close(g.items)
}

// A Doubler's goroutine is only told to stop once the channel is closed, and until then it
// spins.
type Doubler struct {
	items chan int
	stop  chan struct{}
	done  chan struct{}
	sum   int
}

func NewDoubler() *Doubler {
	d := &Doubler{items: make(chan int), stop: make(chan struct{}), done: make(chan struct{})}
	go d.run()
	return d
}

func (d *Doubler) run() {
	defer close(d.done)
	for {
		select {
		case item := <-d.items: // want `busy loop: once the channel is closed.*\(closed-receive-unchecked\)`
			d.sum += 2 * item
		case <-d.stop:
			return
		}
	}
}

func (d *Doubler) Close() int {
	close(d.items)
	close(d.stop)
	<-d.done
	return d.sum
}

// Answers waits for an answer to each, which is no sign that the goroutine has ended.
func Answers(n int) (sum int) {
	asked, answers := make(chan int), make(chan int, 1)
	quit := make(chan struct{})
	go func() {
		for {
			select {
			case n := <-asked: // want `busy loop: once the channel is closed.*\(closed-receive-unchecked\)`
				answers <- n * n // want `the send to answers waits for ever when its receiver has left first.*\(abandoned-send\)`
			case <-quit:
				return
			}
		}
	}()
	for i := range n {
		asked <- i
		sum += <-answers
	}
	close(asked)
	defer close(quit)
	return sum
}
