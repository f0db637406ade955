// Twelve downloads, three at a time: a buffered channel counts the places.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var server server
	places := make(chan struct{}, 3) // one value in it for each open download
	var downloads sync.WaitGroup
	for range 12 {
		places <- struct{}{} // waits while all three are taken
		downloads.Go(func() {
			defer func() { <-places }()
			server.download()
		})
	}
	downloads.Wait()
	fmt.Println("open at the same time:", server.peak)
}

// A server counts how many downloads are open.
type server struct {
	mu         sync.Mutex // guards open and peak
	open, peak int
}

func (s *server) download() {
	s.change(+1)
	time.Sleep(100 * time.Millisecond)
	s.change(-1)
}

func (s *server) change(by int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open += by
	s.peak = max(s.peak, s.open)
}
