// Package main is correct: it must get no report.
package main

import "sync"

type session struct{ quit chan int }

func main() {
	var sessions sync.Map
	s := &session{make(chan int)}
	sessions.Store(1, s)
	go func() {
		if v, ok := sessions.Load(1); ok {
			close(v.(*session).quit)
		}
	}()
	<-s.quit
}
