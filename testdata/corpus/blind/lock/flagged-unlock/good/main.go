package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

type lease struct {
	owner string
	until time.Time
}

type table struct {
	mu     sync.Mutex
	leases map[string]lease
	waits  int
}

var errHeld = errors.New("held by somebody else")

func (t *table) acquire(key, owner string, tries int) error {
	t.mu.Lock()
	locked := true
	defer func() {
		if locked {
			t.mu.Unlock()
		}
	}()
	for range tries {
		l, ok := t.leases[key]
		if !ok || l.owner == owner || time.Now().After(l.until) {
			t.leases[key] = lease{owner, time.Now().Add(time.Hour)}
			return nil
		}
		t.waits++
		t.mu.Unlock()
		locked = false
		time.Sleep(time.Millisecond)
		t.mu.Lock()
		locked = true
	}
	if tries == 0 {
		t.mu.Unlock()
		locked = false
		return errors.New("no tries")
	}
	return errHeld
}

func (t *table) release(key, owner string) bool {
	t.mu.Lock()
	if t.leases[key].owner != owner {
		t.mu.Unlock()
		return false
	}
	delete(t.leases, key)
	t.mu.Unlock()
	return true
}

func main() {
	t := &table{leases: map[string]lease{}}
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() {
			who := fmt.Sprint("w", i)
			for t.acquire("disk", who, 5) != nil {
			}
			time.Sleep(time.Millisecond)
			t.release("disk", who)
		})
	}
	wg.Wait()
	fmt.Println(t.acquire("disk", "me", 1), t.acquire("disk", "you", 2), t.acquire("x", "y", 0))
}
