// Package onlyreadlocked writes under read locks and never takes another one.
package onlyreadlocked

import "sync"

type Source interface{ Translate(word string) string }

type Dictionary struct {
	mu     sync.RWMutex
	source Source
	known  map[string]string
}

func (d *Dictionary) Lookup(word string) string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if t, ok := d.known[word]; ok {
		return t
	}
	t := d.source.Translate(word)
	d.known[word] = t // want `likely data race: Lookup writes d.known under a read lock, while another call of Lookup reads it: a read lock lets others read at the same time \(write-under-rlock\)`
	return t
}

// A Gate lets many in, each to its own counter; who resets them all keeps everybody out.
type Gate struct {
	mu     sync.RWMutex
	counts []int
}

func (g *Gate) Count(lane int) {
	g.mu.RLock()
	defer g.mu.RUnlock()
	g.counts[lane]++
}

func (g *Gate) Reset() {
	g.mu.Lock()
	defer g.mu.Unlock()
	clear(g.counts)
}

// A Log is written with a second lock of its own.
type Log struct {
	open  sync.RWMutex
	write sync.Mutex
	lines int
}

func (l *Log) Line() {
	l.open.RLock()
	defer l.open.RUnlock()
	l.write.Lock()
	defer l.write.Unlock()
	l.lines++
}

func (l *Log) Lines() int {
	l.open.RLock()
	defer l.open.RUnlock()
	l.write.Lock()
	defer l.write.Unlock()
	return l.lines
}
