package main

import "fmt"

var total int

func add(ns []int, done chan<- struct{}) {
	for _, n := range ns {
		total += n // BUG: data-race
	}
	done <- struct{}{}
}

func main() {
	done := make(chan struct{})
	go add([]int{3, 5, 8}, done) // BUG: data-race
	total += 100                 // BUG: data-race
	<-done
	fmt.Println(total)
}
