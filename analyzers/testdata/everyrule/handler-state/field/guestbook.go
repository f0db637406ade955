// Package guestbook is a web page on which visitors leave their names.
package guestbook

import (
	"fmt"
	"net/http"
)

type page struct {
	title string
	last  string
}

// A Book serves one guest book.
type Book struct {
	page page
	mux  *http.ServeMux
}

// New returns a guest book.
func New(title string) *Book {
	b := &Book{page: page{title: title}, mux: http.NewServeMux()}
	b.mux.HandleFunc("POST /sign", b.sign)
	return b
}

// ServeHTTP implements http.Handler.
func (b *Book) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.mux.ServeHTTP(w, r)
}

func (b *Book) sign(w http.ResponseWriter, r *http.Request) {
	b.page.last = r.FormValue("name") // BUG
	fmt.Fprintf(w, "%s: thank you\n", b.page.title)
}
