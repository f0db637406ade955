// Package main is correct: it must get no report.
package main

import "os"

func main() {
	n := len(os.Args)
	ch := make(chan int)
	go func() {
		for range n * 3 {
			ch <- 1
		}
	}()
	for range n * 3 {
		<-ch
	}
}
