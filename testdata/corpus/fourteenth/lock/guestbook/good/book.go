package guestbook

import (
	"fmt"
	"net/http"
	"strconv"
	"sync"
)

// Book collects signatures, page by page.
type Book struct {
	mu    sync.Mutex
	pages map[int][]string
	total int
}

func New() *Book { return &Book{pages: make(map[int][]string)} }

func pageNumber(r *http.Request) int {
	n, err := strconv.Atoi(r.PostFormValue("page"))
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	return n
}

// sign expects b.mu to be held.
func (b *Book) sign(r *http.Request) int {
	p := pageNumber(r)
	b.pages[p] = append(b.pages[p], r.PostFormValue("name"))
	b.total++
	return b.total
}

func (b *Book) add(r *http.Request) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.sign(r)
}

func (b *Book) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, "post only", http.StatusMethodNotAllowed)
		return
	}
	fmt.Fprintf(w, "%d signatures\n", b.add(r))
}
