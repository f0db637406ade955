// Package main has handlers whose state is their own, locked, or only read.
package main

import (
	"fmt"
	"log"
	"net/http"
	"sync"
	"sync/atomic"
)

var visits atomic.Int64

// limits is filled before the server starts.
var limits = map[string]int{"ann": 3}

func home(w http.ResponseWriter, r *http.Request) {
	n := visits.Add(1)
	lines := []string{"welcome"}
	lines = append(lines, fmt.Sprint(n, limits[r.URL.Path]))
	fmt.Fprintln(w, lines)
}

type shop struct {
	mu    sync.Mutex
	carts map[string]int
	seen  sync.Map
}

// add needs s.mu.
func (s *shop) add(user string) { s.carts[user]++ }

func (s *shop) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	s.seen.Store(user, true)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.add(user)
}

// locked lets one request at a time into a handler.
func locked(h http.HandlerFunc) http.HandlerFunc {
	var mu sync.Mutex
	return func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		h(w, r)
	}
}

func main() {
	limits["bob"] = 5
	page := 0
	mux := http.NewServeMux()
	mux.HandleFunc("/", home)
	mux.Handle("/shop", &shop{carts: make(map[string]int)})
	mux.HandleFunc("/page", locked(func(w http.ResponseWriter, r *http.Request) {
		page++
		fmt.Fprintln(w, page)
	}))
	log.Fatal(http.ListenAndServe("localhost:0", mux))
}
