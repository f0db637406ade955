package main

import (
	"fmt"
	"sync"
	"time"
)

// value lets goroutines wait for its next version.
type value struct {
	mu      sync.Mutex
	version int
	text    string
	changed chan struct{}
}

func newValue() *value { return &value{changed: make(chan struct{})} }

func (v *value) set(s string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.version++
	v.text = s
	close(v.changed)
	v.changed = make(chan struct{})
}

func (v *value) get() (int, string, <-chan struct{}) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.version, v.text, v.changed
}

// after waits for a version above n.
func (v *value) after(n int, timeout time.Duration) (int, string, bool) {
	t := time.NewTimer(timeout)
	defer t.Stop()
	for {
		ver, s, changed := v.get()
		if ver > n {
			return ver, s, true
		}
		select {
		case <-changed:
		case <-t.C:
			return ver, s, false
		}
	}
}

func main() {
	v := newValue()
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			last, n := "", 0
			for last != "end" {
				var ok bool
				if n, last, ok = v.after(n, time.Second); !ok {
					fmt.Println("timeout")
					return
				}
			}
		})
	}
	for _, s := range []string{"one", "two", "three", "end"} {
		v.set(s)
		time.Sleep(time.Millisecond)
	}
	wg.Wait()
	_, s, _ := v.get()
	fmt.Println(s)
}
