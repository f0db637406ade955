// Package main waits for one of two channels that differ in size, and nobody uses the first.
package main

import (
	"errors"
	"os"
)

func main() {
	results := make(chan int, 2)
	failed := make(chan error)
	go func() {
		if _, err := os.Getwd(); err != nil {
			failed <- errors.New("lost")
		}
	}()
	select { // want `this select waits for ever when its sender has left first.* \(abandoned-receive\)`
	case <-results:
	case <-failed:
	}
}
