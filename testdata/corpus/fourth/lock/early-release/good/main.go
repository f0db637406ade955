package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

type item struct {
	price int
	stock int
}

type vending struct {
	mu     sync.Mutex
	items  map[string]*item
	credit int
	sold   int
}

var (
	errUnknown = errors.New("no such item")
	errEmpty   = errors.New("sold out")
	errCredit  = errors.New("not enough credit")
)

func (v *vending) insert(n int) {
	v.mu.Lock()
	v.credit += n
	v.mu.Unlock()
}

// buy holds the lock for the sale, but not while the motor turns
func (v *vending) buy(name string) (err error) {
	v.mu.Lock()
	held := true
	defer func() {
		if held {
			v.mu.Unlock()
		}
	}()

	it, ok := v.items[name]
	switch {
	case !ok:
		return errUnknown
	case it.stock == 0:
		return fmt.Errorf("%s: %w", name, errEmpty)
	case v.credit < it.price:
		return errCredit
	}
	it.stock--
	v.credit -= it.price
	v.sold++
	v.mu.Unlock()
	held = false

	turnMotor(name)
	return nil
}

func turnMotor(string) { time.Sleep(time.Millisecond) }

// refill repeats until there is nothing to fill up any more
func (v *vending) refill(target int) (added int) {
	for name := range map[string]bool{"cola": true, "nuts": true, "gum": true} {
		v.mu.Lock()
		it := v.items[name]
		if it == nil {
			v.mu.Unlock()
			continue
		}
		if it.stock >= target {
			v.mu.Unlock()
			continue
		}
		added += target - it.stock
		it.stock = target
		v.mu.Unlock()
		time.Sleep(time.Millisecond)
	}
	return added
}

func main() {
	v := &vending{items: map[string]*item{"cola": {2, 3}, "nuts": {3, 1}}}
	v.insert(100)
	var wg sync.WaitGroup
	for _, name := range []string{"cola", "nuts", "cola", "tea"} {
		wg.Add(2)
		go func() {
			defer wg.Done()
			for range 3 {
				if err := v.buy(name); err != nil && !errors.Is(err, errEmpty) && err != errUnknown {
					fmt.Println(name, err)
				}
			}
		}()
		go func() {
			defer wg.Done()
			v.refill(5)
		}()
	}
	wg.Wait()
	v.mu.Lock()
	defer v.mu.Unlock()
	fmt.Println("sold some:", v.sold > 0)
}
