package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

// Memory is a translation memory: source segment to target segment.
type Memory struct {
	mu   sync.RWMutex
	segs map[string]string
}

func (m *Memory) Exact(src string) (string, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.exact(src)
}

// exact wants m.mu held.
func (m *Memory) exact(src string) (string, bool) {
	t, ok := m.segs[strings.ToLower(src)]
	return t, ok
}

// Best falls back to the segment that shares most words.
func (m *Memory) Best(src string) string {
	m.mu.RLock()
	defer m.mu.RUnlock()
	words := strings.Fields(strings.ToLower(src))
	time.Sleep(time.Millisecond) // the real tokenizer is slow
	if t, ok := m.exact(src); ok {
		return t
	}
	best, score := "", 0
	for s, t := range m.segs {
		n := 0
		for _, w := range words {
			if strings.Contains(s, w) {
				n++
			}
		}
		if n > score {
			best, score = t, n
		}
	}
	return best
}

func (m *Memory) Import(pairs map[string]string) {
	for s, t := range pairs {
		m.mu.Lock()
		m.segs[strings.ToLower(s)] = t
		m.mu.Unlock()
		time.Sleep(100 * time.Microsecond)
	}
}

func main() {
	m := &Memory{segs: map[string]string{"close the door": "luk døren"}}
	pairs := make(map[string]string)
	for i := range 60 {
		pairs[fmt.Sprintf("page %d of the manual", i)] = fmt.Sprintf("side %d i manualen", i)
	}
	var wg sync.WaitGroup
	wg.Go(func() { m.Import(pairs) })
	for range 3 {
		wg.Go(func() {
			for range 20 {
				m.Best("Close the door")
			}
		})
	}
	wg.Wait()
	fmt.Println(m.Best("close the window"))
}
