package main

import (
	"fmt"
	"strings"
)

type office struct {
	boxes map[string]chan string
}

func newOffice(names ...string) *office {
	o := &office{boxes: make(map[string]chan string)}
	for _, n := range names {
		o.boxes[strings.ToLower(n)] = make(chan string, 3)
	}
	return o
}

func (o *office) deliver(to, text string) error {
	o.boxes[to] <- text // BUG: nil-channel
	return nil
}

func main() {
	o := newOffice("Ann", "Bob")
	for _, to := range []string{"ann", "bob", "Ann"} {
		if err := o.deliver(to, "hello "+to); err != nil { // BUG: nil-channel
			fmt.Println(err)
		}
	}
	fmt.Println(len(o.boxes["ann"]))
}
