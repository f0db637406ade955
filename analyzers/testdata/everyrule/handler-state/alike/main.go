// Command guestbook greets its visitors and counts them.
package main

import (
	"fmt"
	"log"
	"net/http"
	"sync"
)

type book struct {
	title string

	mu       sync.Mutex
	visitors int
}

type visit struct {
	name   string
	number int
}

func (v *visit) read(r *http.Request) {
	v.name = r.FormValue("name")
}

func (b *book) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	v := &visit{}
	v.read(r)
	b.mu.Lock()
	b.visitors++
	v.number = b.visitors
	b.mu.Unlock()
	fmt.Fprintf(w, "%s: hello %s, you are visitor %d\n", b.title, v.name, v.number)
}

func main() {
	b := &book{}
	b.title = "My guests"
	log.Fatal(http.ListenAndServe("localhost:8080", b))
}
