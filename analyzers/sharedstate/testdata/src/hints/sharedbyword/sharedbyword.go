// Package sharedbyword has functions whose comments, or whose way of working, say when what they hand out
// or have decided may be relied on: teaching notes, no bugs.
package sharedbyword

import "sync"

type table struct {
	mu    sync.Mutex
	lines []int
}

// Merge drops a line.
func (t *table) Merge(i int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	copy(t.lines[i:], t.lines[i+1:])
	t.lines = t.lines[:len(t.lines)-1]
}

// Lines returns where the lines begin. Callers must not mutate the result.
func (t *table) Lines() []int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.lines // want `^Lines returns the slice t.lines itself, as its comment says; whoever reads it while Merge changes it, under t.mu, needs that lock too \(guarded-escape\)`
}

// Ends returns where the lines begin. They do not depend on the encoding.
func (t *table) Ends() []int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.lines // want `^likely data race: Ends returns the slice t.lines itself, not a copy; .* \(guarded-escape\)`
}

type run struct {
	name string
	took int
}

type bench struct {
	mu   sync.Mutex
	runs []run
}

func (b *bench) Start(name string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.runs = append(b.runs, run{name: name})
}

func (b *bench) End(took int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	r := &b.runs[len(b.runs)-1]
	r.took = took
}

// Runs returns all runs: once the next one has begun nobody changes a run.
func (b *bench) Runs() []run {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.runs // want `^Runs returns the slice b.runs itself, not a copy; whoever reads its newest element while End still changes that, under b.mu, needs that lock too \(guarded-escape\)`
}

type board struct {
	mu     sync.Mutex
	scores []int
}

func (b *board) Add(score int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.scores = append(b.scores, score)
}

// Double changes the newest, and Reset all of them.
func (b *board) Double() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.scores[len(b.scores)-1] *= 2
}

func (b *board) Reset() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i := range b.scores {
		b.scores[i] = 0
	}
}

func (b *board) Scores() []int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.scores // want `^likely data race: Scores returns the slice b.scores itself, not a copy; .* which Reset holds when it changes it \(guarded-escape\)`
}

type streams struct {
	mu   sync.RWMutex
	next int
	open map[int]bool
}

// Open opens all streams up to one.
func (s *streams) Open(id int) {
	s.mu.RLock()
	if id < s.next {
		s.mu.RUnlock()
		return
	}
	s.mu.RUnlock()

	s.mu.Lock()
	// no need to check again: next is only modified by this function
	for n := s.next; n <= id; n++ {
		s.open[n] = true
	}
	s.next = id + 1 // want `^Open checks s.next, gives up s.mu and takes it again before it changes s.next; the comment says that the answer still holds, which it does as long as one goroutine alone runs Open \(check-then-act\)`
	s.mu.Unlock()
}
