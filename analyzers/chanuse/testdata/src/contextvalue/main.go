// Package main is correct: it must get no report.
package main

import "context"

type key struct{}
type sink struct{ out chan int }

func step(ctx context.Context) { ctx.Value(key{}).(*sink).out <- 1 }

func main() {
	s := &sink{make(chan int)}
	go step(context.WithValue(context.Background(), key{}, s))
	<-s.out
}
