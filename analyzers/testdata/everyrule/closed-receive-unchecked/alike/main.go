// Package main reads out the stops of a tram line up to its terminus.
package main

import "fmt"

type line struct {
	stops chan string
}

func (l *line) drive(stops ...string) {
	defer close(l.stops)
	for _, s := range stops {
		if s != "" {
			l.stops <- s
		}
	}
}

func (l *line) next() string {
	return <-l.stops
}

func (l *line) announce() int {
	n := 0
	for {
		stop := l.next()
		if stop == "" {
			fmt.Println("terminus")
			return n
		}
		n++
		fmt.Println("next stop:", stop)
	}
}

func main() {
	l := &line{stops: make(chan string)}
	go l.drive("Market", "", "Zoo", "Harbour")
	fmt.Println(l.announce(), "stops")
}
