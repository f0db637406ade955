package main

import (
	"fmt"
	"sync"
)

// relay race: each runner waits for his turn.
type track struct {
	sync.Mutex
	changed *sync.Cond
	leg     int
	log     []string
}

func newTrack() *track {
	t := new(track)
	t.changed = sync.NewCond(t)
	return t
}

func (t *track) await(leg int) {
	for t.leg != leg {
		t.changed.Wait()
	}
}

func (t *track) pass() {
	t.leg++
	t.changed.Broadcast()
}

func (t *track) run(leg int, name string) {
	t.Lock()
	defer t.Unlock()
	t.await(leg)
	t.log = append(t.log, name)
	t.pass()
}

func main() {
	t := newTrack()
	names := []string{"Usain", "Carl", "Jesse", "Allyson"}
	var wg sync.WaitGroup
	for i := len(names) - 1; i >= 0; i-- {
		wg.Add(1)
		go func() {
			defer wg.Done()
			t.run(i, names[i])
		}()
	}
	wg.Wait()
	fmt.Println(t.log, t.leg)
}
