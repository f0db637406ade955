package readlockers

import (
	"sync"
	"testing"
)

func TestMismatched(*testing.T) {
	var mu sync.RWMutex
	mu.Lock()
	mu.RLocker().Unlock() // want `^panic: TestMismatched unlocks the lock, which is not locked at this point \(unlock-of-unlocked\)$`
}

func TestUnlocked(*testing.T) {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	var c sync.Cond
	c.L = mu.RLocker()
	wg.Go(func() {
		mu.Lock()
		mu.Unlock()
		c.Broadcast()
	})
	c.Wait() // want `^panic: TestUnlocked calls Wait without holding the lock of the condition variable; Wait gives that lock back first, which nobody holds \(cond-without-lock\)$`
	wg.Wait()
}
