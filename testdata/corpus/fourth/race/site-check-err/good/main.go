package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
)

var errBadHost = errors.New("bad host")

// ping pretends to talk to the host.
func ping(host string) (int, error) {
	if strings.ContainsAny(host, " _") {
		return 0, errBadHost
	}
	return 10 + len(host), nil
}

func main() {
	hosts := []string{"alpha.example", "bad_host", "gamma.example", "delta.example"}
	millis := make([]int, len(hosts))
	var wg sync.WaitGroup
	for i, h := range hosts {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var err error
			millis[i], err = ping(h)
			if err != nil {
				fmt.Fprintln(os.Stderr, h, err)
			}
		}()
	}
	wg.Wait()
	for i, h := range hosts {
		fmt.Printf("%-16s %d ms\n", h, millis[i])
	}
}
