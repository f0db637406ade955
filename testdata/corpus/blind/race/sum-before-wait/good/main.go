package main

import "fmt"

var total int

func add(ns []int, done chan<- struct{}) {
	for _, n := range ns {
		total += n
	}
	done <- struct{}{}
}

func main() {
	done := make(chan struct{})
	go add([]int{3, 5, 8}, done)
	<-done
	total += 100
	fmt.Println(total)
}
