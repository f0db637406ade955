// Command guestbook greets its visitors and counts them.
package main

import (
	"fmt"
	"log"
	"net/http"
)

var visitors int

func countVisitor() int {
	visitors++ // BUG
	return visitors
}

func hello(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if name == "" {
		http.Error(w, "who are you?", http.StatusBadRequest)
		return
	}
	fmt.Fprintf(w, "Hello %s, you are visitor %d\n", name, countVisitor())
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /hello", hello)
	log.Fatal(http.ListenAndServe("localhost:8080", mux))
}
