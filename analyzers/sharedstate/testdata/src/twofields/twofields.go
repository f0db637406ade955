// Package twofields has one lock for two fields, two locks for two fields, and
// fields that need none.
package twofields

import "sync"

type Journal struct {
	id string // set once, before anybody else sees the journal

	mu      sync.Mutex // guards lines and size
	lines   []string
	size    int
	flushMu sync.Mutex // guards flushed
	flushed int
}

func New(id string) *Journal { return &Journal{id: id} }

func (j *Journal) Write(line string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.lines = append(j.lines, j.id+line)
	j.size += len(line)
}

func (j *Journal) Size() int {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.size
}

func (j *Journal) Flush(out func(string)) {
	j.flushMu.Lock()
	defer j.flushMu.Unlock()
	j.mu.Lock()
	lines := j.lines
	j.lines = nil
	j.mu.Unlock()
	for _, l := range lines {
		out(l)
		j.flushed++
	}
}

func (j *Journal) Flushed() int {
	j.flushMu.Lock()
	defer j.flushMu.Unlock()
	return j.flushed
}

func (j *Journal) ID() string { return j.id }

// Package-level state with a package-level lock.
var (
	countsMu sync.Mutex
	counts   = map[string]int{}
	total    int
)

func Count(name string) {
	countsMu.Lock()
	defer countsMu.Unlock()
	counts[name]++
	total++
}

func Counts(name string) (n, all int) {
	countsMu.Lock()
	defer countsMu.Unlock()
	return counts[name], total
}
