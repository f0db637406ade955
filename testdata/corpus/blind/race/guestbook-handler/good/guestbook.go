package guestbook

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
)

type Entry struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

type Book struct {
	mux     *http.ServeMux
	mu      sync.Mutex
	entries []Entry
	byName  map[string]int
}

func New() *Book {
	b := &Book{mux: http.NewServeMux(), byName: make(map[string]int)}
	b.mux.HandleFunc("POST /sign", b.sign)
	b.mux.HandleFunc("GET /list", b.list)
	b.mux.HandleFunc("GET /count/{name}", b.count)
	return b
}

func (b *Book) ServeHTTP(w http.ResponseWriter, r *http.Request) { b.mux.ServeHTTP(w, r) }

func (b *Book) sign(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimSpace(r.FormValue("name"))
	if name == "" {
		http.Error(w, "who are you?", http.StatusBadRequest)
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.entries = append(b.entries, Entry{name, r.FormValue("text")})
	b.byName[name]++
	fmt.Fprintln(w, "thanks")
}

func (b *Book) list(w http.ResponseWriter, r *http.Request) {
	b.mu.Lock()
	defer b.mu.Unlock()
	json.NewEncoder(w).Encode(b.entries)
}

func (b *Book) count(w http.ResponseWriter, r *http.Request) {
	b.mu.Lock()
	defer b.mu.Unlock()
	fmt.Fprint(w, b.byName[r.PathValue("name")])
}
