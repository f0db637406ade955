package handlerspanic

import (
	"fmt"
	"net/http"
	"strconv"
	"sync"
)

// A Table keeps values of one type.
type Table[V any] struct {
	mu   sync.Mutex
	data map[string]V
}

// Update replaces a value by what a function makes of it.
func (t *Table[V]) Update(key string, change func(V) V) V {
	t.mu.Lock() // want `^likely deadlock: if what Update calls panics, it leaves without unlocking t.mu, and net/http recovers and goes on; whoever locks it next waits for ever \(missing-unlock\)`
	v := change(t.data[key])
	t.data[key] = v
	t.mu.Unlock()
	return v
}

// Change does the same, and gives the lock back whatever happens.
func (t *Table[V]) Change(key string, change func(V) V) V {
	t.mu.Lock()
	defer t.mu.Unlock()
	v := change(t.data[key])
	t.data[key] = v
	return v
}

// Visit shows a value.
func (t *Table[V]) Visit(key string, visit func(V)) {
	t.mu.Lock()
	visit(t.data[key])
	t.mu.Unlock()
}

// Split divides by what the request says, which may be zero.
func Split(t *Table[int]) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		by, _ := strconv.Atoi(r.FormValue("by"))
		fmt.Fprintln(w, t.Update(r.FormValue("of"), func(old int) int { return old / by }))
		fmt.Fprintln(w, t.Change(r.FormValue("of"), func(old int) int { return old / by }))
	}
}

// Half gives a function that cannot panic.
func Half(t *Table[float64], by float64) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		half := 0.0
		t.Visit(r.FormValue("of"), func(old float64) { half = old / by })
		fmt.Fprintln(w, half)
	}
}
