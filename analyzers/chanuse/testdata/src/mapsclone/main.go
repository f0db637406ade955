// Package main is correct: it must get no report.
package main

import "maps"

func main() {
	subs := map[int]chan int{1: make(chan int)}
	snapshot := maps.Clone(subs)
	go func() {
		for _, s := range snapshot {
			s <- 1
		}
	}()
	<-subs[1]
}
