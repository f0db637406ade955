// Package main counts its visitors in handlers, without a lock.
package main

import (
	"fmt"
	"log"
	"net/http"
)

var visits int

func home(w http.ResponseWriter, r *http.Request) {
	visits++ // related `^the other side: home writes visits \(handler-state\)$` // want `^data race: home writes visits, and so does another request at the same time: each request runs in a goroutine of its own \(handler-state\)`
	fmt.Fprintln(w, "welcome")
}

type shop struct{ carts map[string]int }

func (s *shop) remember(user string) {
	s.carts[user]++ // related `^the other side: remember writes s\.carts \(handler-state\)$` // want `s.carts.*another request.*each request runs in a goroutine of its own \(handler-state\)`
}

func (s *shop) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.remember(r.FormValue("user"))
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/", home)
	mux.Handle("/shop", &shop{carts: make(map[string]int)})
	log.Fatal(http.ListenAndServe("localhost:0", mux))
}
