// Package main is correct: it must get no report.
package main

import "runtime"

func main() {
	done := make(chan int)
	for i := 0; i < runtime.NumCPU(); i++ {
		go func() { done <- 1 }()
	}
	for i := 0; i < runtime.NumCPU(); i++ {
		<-done
	}
}
