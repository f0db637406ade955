package visits

import (
	"encoding/json"
	"net/http"
	"sync"
)

// Counter wraps a handler and remembers how often every path was asked for.
// GET /-/visits answers with the table as JSON.
type Counter struct {
	next http.Handler
	mu   sync.Mutex
	seen map[string]int
}

func Wrap(next http.Handler) http.Handler {
	return &Counter{next: next, seen: map[string]int{}}
}

func (c *Counter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/-/visits" {
		c.mu.Lock()
		body, err := json.Marshal(c.seen)
		c.mu.Unlock()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.Write(body)
		return
	}
	c.mu.Lock()
	c.seen[r.URL.Path]++
	c.mu.Unlock()
	c.next.ServeHTTP(w, r)
}
