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
loop:
	for {
		select {
		case e := <-events:
			if e.kind == "key" {
				keys++
			}
		case <-quit:
			break loop
		}
	}
	fmt.Println(keys)
}
