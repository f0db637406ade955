// Package main is correct: it must get no report.
package main

import (
	"log"
	"os"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		if os.Getenv("PATH") == "" {
			log.Fatal("no PATH")
			return
		}
		wg.Done()
	}()
	wg.Wait()
}
