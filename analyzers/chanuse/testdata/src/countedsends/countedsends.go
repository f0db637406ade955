// Package countedsends receives as often as its goroutines send, for any number.
package countedsends

import "sync"

// Hammer starts two writers and n readers, half of them before the second writer.
func Hammer(n int) {
	var mu sync.RWMutex
	done := make(chan bool)
	write := func() {
		mu.Lock()
		mu.Unlock()
		done <- true
	}
	read := func() {
		mu.RLock()
		mu.RUnlock()
		done <- true
	}
	go write()
	i := 0
	for ; i < n/2; i++ {
		go read()
	}
	go write()
	for ; i < n; i++ {
		go read()
	}
	for range 2 + n {
		<-done
	}
}

// Meet lets n+1 goroutines wait for each other.
func Meet(n int) {
	done := make(chan bool)
	met := sync.NewCond(new(sync.Mutex))
	here := 0
	for range n + 1 {
		go func() {
			met.L.Lock()
			here++
			if here == n+1 {
				here = 0
				met.Broadcast()
			} else {
				for here != 0 {
					met.Wait()
				}
			}
			met.L.Unlock()
			done <- true
		}()
	}
	for range n + 1 {
		<-done
	}
}

// Forget starts one sender more than it receives from.
func Forget(n int) {
	done := make(chan bool)
	for range n + 1 {
		go func() {
			done <- true // want `^likely goroutine leak: the send to done waits for ever.* \(abandoned-send\)`
		}()
	}
	for range n {
		<-done
	}
}
