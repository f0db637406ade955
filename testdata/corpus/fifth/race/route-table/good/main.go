package main

import (
	"fmt"
	"maps"
	"sync"
	"sync/atomic"
)

// table is never changed after it was stored.
type table struct {
	version int
	next    map[string]string
}

type Signalbox struct {
	cur atomic.Pointer[table]
	mu  sync.Mutex // writers only
}

func NewSignalbox() *Signalbox {
	s := new(Signalbox)
	s.cur.Store(&table{next: map[string]string{}})
	return s
}

// Route is lock-free.
func (s *Signalbox) Route(train string) (string, int) {
	t := s.cur.Load()
	return t.next[train], t.version
}

func (s *Signalbox) update(f func(*table)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.cur.Load()
	t := &table{version: old.version + 1, next: maps.Clone(old.next)}
	f(t)
	s.cur.Store(t)
}

func (s *Signalbox) Set(train, track string) {
	s.update(func(t *table) { t.next[train] = track })
}

func (s *Signalbox) Clear(train string) {
	s.update(func(t *table) { delete(t.next, train) })
}

func main() {
	s := NewSignalbox()
	var wg sync.WaitGroup
	for i := range 3 {
		train := fmt.Sprintf("IC%d", i)
		wg.Add(2)
		go func() {
			defer wg.Done()
			for j := range 50 {
				s.Set(train, fmt.Sprint("track ", j))
			}
			s.Clear(train)
		}()
		go func() {
			defer wg.Done()
			last := 0
			for range 50 {
				_, v := s.Route(train)
				if v < last {
					panic("version went back")
				}
				last = v
			}
		}()
	}
	wg.Wait()
	r, v := s.Route("IC1")
	fmt.Printf("%q %d\n", r, v)
}
