package main

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

// A call is that of one request; its fields are set before anybody else has it.
type call struct {
	w    http.ResponseWriter
	once sync.Once
	ch   chan func()
}

func (c *call) exit() { c.once.Do(func() { close(c.ch) }) }

type handler struct {
	t     *testing.T
	mu    sync.Mutex
	calls []*call
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c := &call{w: w, ch: make(chan func())}
	h.t.Cleanup(c.exit)
	h.mu.Lock()
	h.calls = append(h.calls, c)
	h.mu.Unlock()
	for f := range c.ch {
		f()
	}
}

func TestCalls(t *testing.T) {
	h := &handler{t: t}
	server := httptest.NewServer(h)
	defer server.Close()
}
