// Package main is correct: it must get no report.
package main

import "os"

func main() {
	shards := []chan chan int{make(chan chan int), make(chan chan int)}
	for _, s := range shards {
		go func() {
			for r := range s {
				r <- 1
			}
		}()
	}
	reply := make(chan int)
	shards[len(os.Args[0])%2] <- reply
	<-reply
	for _, s := range shards {
		close(s)
	}
}
