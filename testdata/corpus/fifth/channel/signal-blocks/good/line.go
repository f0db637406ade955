package main

import (
	"sync"
)

// line merges the reports of its blocks.
type line struct {
	blocks []*block
	merged chan event
}

func newLine(names ...string) (*line, error) {
	l := &line{merged: make(chan event)}
	for _, n := range names {
		if err := checkName(n); err != nil {
			return nil, err
		}
		l.blocks = append(l.blocks, newBlock(n))
	}
	return l, nil
}

func (l *line) run(days map[string][]movement) <-chan event {
	var wg sync.WaitGroup
	for _, b := range l.blocks {
		go b.watch(days[b.name])
		wg.Add(1)
		go func() {
			defer wg.Done()
			for e := range b.events {
				l.merged <- e
			}
		}()
	}
	go func() {
		wg.Wait()
		close(l.merged)
	}()
	return l.merged
}
