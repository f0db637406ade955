package main

import (
	"fmt"
	"time"
)

type bell struct {
	rings chan string
	count map[string]int
}

// porter listens to the bell and feeds the cat now and then.
func (b *bell) porter(done chan<- struct{}) {
	defer close(done)
	feed := time.NewTicker(3 * time.Millisecond)
	defer feed.Stop()
	for { // BUG: select-busy-loop
		select { // BUG: select-busy-loop
		case who, ok := <-b.rings: // BUG: select-busy-loop
			if !ok {
				break // BUG: select-busy-loop
			}
			b.count[who]++
		case <-feed.C:
			b.count["cat"]++
		}
	}
}

func main() {
	b := &bell{rings: make(chan string), count: make(map[string]int)}
	done := make(chan struct{})
	go b.porter(done)

	for _, who := range []string{"postman", "neighbour", "postman"} {
		b.rings <- who
		time.Sleep(time.Millisecond)
	}
	close(b.rings)
	<-done
	fmt.Println("postman rang", b.count["postman"], "times")
}
