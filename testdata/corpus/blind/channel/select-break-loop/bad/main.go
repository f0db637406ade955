package main

import "fmt"

type event struct {
	kind string
	n    int
}

func play(events chan<- event, quit chan<- bool) {
	for i, k := range []string{"key", "mouse", "key"} {
		events <- event{k, i}
	}
	quit <- true
}

func main() {
	events, quit := make(chan event), make(chan bool)
	go play(events, quit)
	keys := 0
	for {
		select { // BUG: recv-no-sender
		case e := <-events: // BUG: recv-no-sender
			if e.kind == "key" {
				keys++
			}
		case <-quit: // BUG: recv-no-sender
			break // BUG: recv-no-sender
		}
	}
	fmt.Println(keys)
}
