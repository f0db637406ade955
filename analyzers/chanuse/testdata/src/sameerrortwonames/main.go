// Package main is correct: it must get no report.
package main

import (
	"errors"
	"io/fs"
	"os"
)

func main() {
	err := os.ErrNotExist
	ch := make(chan int)
	go func() {
		if errors.Is(err, fs.ErrNotExist) { // one variable, two names
			ch <- 1
		}
	}()
	<-ch
}
