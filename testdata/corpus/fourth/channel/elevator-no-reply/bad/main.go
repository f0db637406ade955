package main

import (
	"fmt"
	"strings"
)

type verb string

const (
	goTo  verb = "go"
	where verb = "where"
	halt  verb = "halt"
)

type request struct {
	verb  verb
	floor int
	reply chan<- string
}

type elevator struct {
	floors int
	at     int
	doors  string
	in     chan request
}

func newElevator(floors int) *elevator {
	e := &elevator{floors: floors, doors: "open", in: make(chan request)}
	go e.run()
	return e
}

func (e *elevator) run() {
	for r := range e.in {
		switch r.verb {
		case where:
			r.reply <- fmt.Sprintf("floor %d, doors %s", e.at, e.doors)
		case goTo:
			if r.floor < 0 || r.floor >= e.floors {
				fmt.Println("no such floor:", r.floor)
				continue // BUG: recv-no-sender
			}
			r.reply <- e.move(r.floor)
		case halt:
			r.reply <- "halted"
			return
		default:
			r.reply <- "what?"
		}
	}
}

func (e *elevator) move(floor int) string {
	dir := "up"
	if floor < e.at {
		dir = "down"
	}
	n := max(floor-e.at, e.at-floor)
	e.at = floor
	return strings.TrimSpace(strings.Repeat(dir+" ", n))
}

// ask sends a request and waits for what the elevator says.
func (e *elevator) ask(v verb, floor int) string {
	reply := make(chan string) // BUG: recv-no-sender
	e.in <- request{v, floor, reply}
	return <-reply // BUG: recv-no-sender
}

func main() {
	e := newElevator(5)
	fmt.Println(e.ask(goTo, 3))
	fmt.Println(e.ask(where, 0))
	fmt.Println(e.ask(goTo, 7))
	fmt.Println(e.ask("jump", 0))
	fmt.Println(e.ask(halt, 0))
}
