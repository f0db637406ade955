package main

import (
	"fmt"
	"strings"
	"sync"
)

type status int

const (
	waiting status = iota
	running
	finished
)

func (s status) String() string { return [...]string{"waiting", "running", "finished"}[s] }

// job is one transfer. The exported fields are fixed before it starts.
type job struct {
	ID    int
	Label string
	Parts []string

	mu   sync.Mutex
	st   status
	sent int
	done chan struct{}
}

func (j *job) set(st status) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.st = st
}

func (j *job) run(out *strings.Builder, outMu *sync.Mutex) {
	defer close(j.done)
	j.set(running)
	for i, p := range j.Parts {
		outMu.Lock()
		fmt.Fprintf(out, "[%s %d/%d] %d bytes\n", j.Label, i+1, len(j.Parts), len(p)) // BUG: data-race
		outMu.Unlock()
		j.mu.Lock()
		j.sent += len(p)
		j.mu.Unlock()
	}
	j.set(finished)
}

func (j *job) progress() (status, int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.st, j.sent
}
