package main

import (
	"fmt"
	"time"
)

type reading struct {
	sensor string
	value  int
}

func sensor(name string, ch chan<- reading, stop <-chan struct{}) {
	for v := 0; ; v++ {
		select {
		case <-stop:
			return
		case ch <- reading{name, v}: // BUG: send-on-closed, close-by-receiver
		}
		time.Sleep(time.Millisecond)
	}
}

func collect(ch chan reading, stop chan struct{}, n int) (sum int) {
	for range n {
		r := <-ch
		sum += r.value
	}
	close(ch)                        // BUG: close-by-receiver, send-on-closed
	time.Sleep(3 * time.Millisecond) // let the sensors see it
	close(stop)
	return sum
}

func main() {
	ch, stop := make(chan reading), make(chan struct{})
	for _, n := range []string{"north", "south", "east"} {
		go sensor(n, ch, stop)
	}
	fmt.Println(collect(ch, stop, 12) > 0)
}
