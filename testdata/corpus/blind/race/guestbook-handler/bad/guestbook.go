package guestbook

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

type Entry struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

type Book struct {
	mux     *http.ServeMux
	entries []Entry
	byName  map[string]int
}

func New() *Book {
	b := &Book{mux: http.NewServeMux(), byName: make(map[string]int)}
	b.mux.HandleFunc("POST /sign", b.sign) // BUG: map-concurrent
	b.mux.HandleFunc("GET /list", b.list)
	b.mux.HandleFunc("GET /count/{name}", b.count) // BUG: map-concurrent
	return b
}

func (b *Book) ServeHTTP(w http.ResponseWriter, r *http.Request) { b.mux.ServeHTTP(w, r) }

func (b *Book) sign(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimSpace(r.FormValue("name"))
	if name == "" {
		http.Error(w, "who are you?", http.StatusBadRequest)
		return
	}
	b.entries = append(b.entries, Entry{name, r.FormValue("text")}) // BUG: slice-append-race, map-concurrent
	b.byName[name]++                                                // BUG: map-concurrent
	fmt.Fprintln(w, "thanks")
}

func (b *Book) list(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(b.entries) // BUG: slice-append-race, map-concurrent
}

func (b *Book) count(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, b.byName[r.PathValue("name")]) // BUG: map-concurrent
}
