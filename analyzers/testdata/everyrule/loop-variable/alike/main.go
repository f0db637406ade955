//go:build go1.21

// Command ping asks all mirrors of a server whether they are there.
package main

import (
	"fmt"
	"sync"
)

func ping(host string) bool { return len(host) > 3 }

func timed(f func()) { f() }

func main() {
	mirrors := []string{"eu.example.org", "us.example.org", "jp"}
	up := make([]bool, len(mirrors))
	var wg sync.WaitGroup
	for i, host := range mirrors {
		i, host := i, host
		wg.Add(1)
		go func() {
			defer wg.Done()
			up[i] = ping(host)
		}()
	}
	wg.Wait()
	for i, host := range mirrors {
		timed(func() { up[i] = up[i] && ping(host) })
		done := make(chan bool)
		go func() { done <- ping(host) }()
		<-done
		wg.Add(1)
		go func(h string) {
			defer wg.Done()
			fmt.Println(h)
		}(host)
	}
	wg.Wait()
}
