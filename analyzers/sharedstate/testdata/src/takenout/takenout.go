// Package takenout takes a whole list or map out of an object under its lock, and works on it
// without.
package takenout

import "sync"

// A Queue's hooks are run by whoever has taken them out.
type Queue struct {
	mu sync.Mutex
	// hooks wait for the next run. Guarded by mu.
	hooks []func()
	// seen is guarded by mu.
	seen map[string]int
	// spare is guarded by mu.
	spare map[string]int
}

func (q *Queue) Add(name string, hook func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.hooks = append(q.hooks, hook)
	q.seen[name]++
}

func (q *Queue) Run() {
	q.mu.Lock()
	hooks := q.hooks
	q.hooks = nil
	q.mu.Unlock()
	for _, hook := range hooks {
		hook()
	}
}

// Swap exchanges the two maps: the one that was filled is its own from then on.
func (q *Queue) Swap() (sum int) {
	q.mu.Lock()
	full := q.seen
	q.seen, q.spare = q.spare, nil
	q.mu.Unlock()
	for name := range full {
		sum += full[name]
	}
	return sum
}

// Half keeps the rest of the same memory in the queue.
func (q *Queue) Half() {
	q.mu.Lock()
	hooks := q.hooks // want `data race: Half reads q.hooks without q.mu; the comment at takenout.go:\d+ says that mu guards it \(unlocked-field\)`
	q.hooks = hooks[len(hooks)/2:]
	q.mu.Unlock()
	for _, hook := range hooks {
		hook()
	}
}

// Sum leaves the map where it is.
func (q *Queue) Sum(names ...string) (sum int) {
	q.mu.Lock()
	seen := q.seen
	q.mu.Unlock()
	for _, name := range names {
		sum += seen[name] // want `data race: Sum reads q.seen without q.mu, which Add holds when it writes q.seen \(unlocked-field\)`
	}
	return sum
}
