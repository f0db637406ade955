package main

import (
	"fmt"
	"log"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// ids are handed out by a goroutine that lives as long as the program.
var ids = func() <-chan int {
	c := make(chan int)
	go func() {
		for i := 1; ; i++ {
			c <- i
		}
	}()
	return c
}()

type server struct {
	requests atomic.Int64
	mu       sync.Mutex
	recent   []string
}

func (s *server) handle(user string) string {
	id := <-ids
	s.requests.Add(1)
	line := fmt.Sprintf("#%d %s", id, user)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.recent = append(s.recent, line)
	return line
}

// housekeeping never ends
func (s *server) housekeeping(every time.Duration, logger *log.Logger) {
	for range time.Tick(every) {
		s.mu.Lock()
		if n := len(s.recent); n > 3 {
			s.recent = append([]string(nil), s.recent[n-3:]...)
		}
		s.mu.Unlock()
		logger.Println("requests so far:", s.requests.Load())
	}
}

func main() {
	logger := log.New(os.Stderr, "demo: ", 0)
	s := &server{}
	go s.housekeeping(2*time.Millisecond, logger)

	var wg sync.WaitGroup
	for _, u := range []string{"ann", "bob", "cid"} {
		wg.Go(func() {
			for range 5 {
				s.handle(u)
				time.Sleep(time.Millisecond)
			}
		})
	}
	wg.Wait()
	fmt.Println(s.requests.Load(), "requests")
}
