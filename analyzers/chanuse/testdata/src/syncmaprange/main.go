// Package main is correct: it must get no report.
package main

import "sync"

type session struct{ quit chan int }

func main() {
	var sessions sync.Map
	s := &session{make(chan int)}
	sessions.Store(1, s)
	go sessions.Range(func(_, v any) bool {
		close(v.(*session).quit)
		return true
	})
	<-s.quit
}
