// Package main sends where nobody receives.
package main

import "fmt"

// self waits for itself.
func self() int {
	ch := make(chan int)
	ch <- 1 // want `^deadlock: this send waits for ever, because main itself would be the one to receive \(self-send\)`
	return <-ch
}

func main() { fmt.Println(self()) }
