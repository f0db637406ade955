// Package main hands functions that call themselves, and a map that holds itself, to
// other packages.
package main

import (
	"fmt"
	"net/http"
)

func main() {
	done := make(chan int)
	var visit func(n int) error
	visit = func(n int) error {
		if n == 0 {
			close(done)
			return nil
		}
		return visit(n - 1)
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return visit(3) }}
	go client.Get("http://localhost")
	self := map[string]any{}
	self["self"] = self
	go fmt.Println(self)
	fmt.Println(len(self), self["self"] != nil)
	<-done
}
