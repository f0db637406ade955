// Package main lets a kitchen and its dining room exchange plates.
package main

import "fmt"

type restaurant struct {
	clean chan int
	dirty chan int
}

func (r *restaurant) kitchen(plates int, done chan<- int) {
	washed := 0
	for i := range plates {
		r.clean <- i // BUG?
		<-r.dirty
		washed++
	}
	done <- washed
}

func (r *restaurant) diningRoom(plates int) {
	for i := range plates {
		r.dirty <- i // BUG?
		<-r.clean
	}
}

func main() {
	r := &restaurant{clean: make(chan int), dirty: make(chan int)}
	done := make(chan int)
	go r.diningRoom(10)
	go r.kitchen(10, done)
	fmt.Println("washed:", <-done)
}
