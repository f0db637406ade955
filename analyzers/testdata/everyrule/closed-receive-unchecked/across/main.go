// Package main reads out the trains of a timetable.
package main

import "fmt"

type train struct {
	number   int
	platform int
}

func timetable(out chan<- train) {
	for i := range 4 {
		out <- train{100 + i, i%2 + 1}
	}
	close(out)
}

func announce(trains <-chan train) {
	perPlatform := make(map[int]int)
	for {
		t := <-trains // BUG
		perPlatform[t.platform]++
		fmt.Println("train", t.number, "from platform", t.platform)
	}
}

func main() {
	trains := make(chan train)
	go timetable(trains)
	announce(trains)
}
