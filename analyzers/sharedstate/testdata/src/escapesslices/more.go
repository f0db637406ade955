package escapesslices

import (
	"slices"
	"sort"
	"sync"
)

type handlers struct {
	mu   sync.RWMutex
	list []func()
}

func (h *handlers) remove(i int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	copy(h.list[i:], h.list[i+1:])
	h.list = h.list[:len(h.list)-1]
}

func (h *handlers) all() []func() {
	h.mu.RLock()
	defer h.mu.RUnlock()
	return h.list // want `likely data race: all returns the slice h.list itself, not a copy; .* which remove holds when it changes it \(guarded-escape\)`
}

type ranking struct {
	mu    sync.Mutex
	names []string
}

func (r *ranking) Sort() {
	r.mu.Lock()
	defer r.mu.Unlock()
	sort.Slice(r.names, func(i, j int) bool { return r.names[i] < r.names[j] })
}

func (r *ranking) Names() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.names // want `\(guarded-escape\)`
}

// A history only copies out of its slice, and replaces it as a whole.
type history struct {
	mu    sync.Mutex
	lines []string
}

func (h *history) Add(line string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	next := make([]string, len(h.lines), len(h.lines)+1)
	copy(next, h.lines)
	h.lines = append(next, line)
}

func (h *history) Sorted() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Sorted(slices.Values(h.lines))
}

func (h *history) Lines() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.lines
}
