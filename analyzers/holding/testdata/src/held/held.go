package held

import "sync"

type account struct {
	mu      sync.Mutex
	balance int
}

type bank struct {
	mu   sync.RWMutex
	jobs chan int
	late chan int
}

func transfer(from, to *account, n int) {
	from.mu.Lock()
	to.mu.Lock() // holds from.mu
	from.balance -= n
	note(n)          // holds from.mu to.mu
	to.mu.Unlock()   // holds from.mu to.mu
	from.mu.Unlock() // holds from.mu
	note(n)
}

func note(int) {}

func (b *bank) send(n int) {
	b.mu.RLock()
	defer b.mu.RUnlock() // holds nothing: it runs at the end
	b.jobs <- n          // holds b.mu
}

func (b *bank) take() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.wait() // holds b.mu
}

// wait is always called under the lock.
func (b *bank) wait() int {
	select { // holds b.mu
	case n := <-b.jobs:
		return n
	case n := <-b.late:
		return n
	}
}

func (b *bank) sometimes(ask bool) {
	if ask {
		b.mu.Lock()
		defer b.mu.Unlock()
	}
	<-b.jobs
}
