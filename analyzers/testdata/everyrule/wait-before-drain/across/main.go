// Package main marks the papers of an exam and prints the mean.
package main

import (
	"fmt"
	"strings"
	"sync"
)

func mark(paper string, marks chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	marks <- strings.Count(paper, "+")
}

func markAll(papers []string, marks chan int) {
	var wg sync.WaitGroup
	for _, p := range papers {
		wg.Add(1)
		go mark(p, marks, &wg)
	}
	wg.Wait() // BUG
	close(marks)
}

func main() {
	papers := []string{"++-+", "----", "++++"}
	marks := make(chan int)
	markAll(papers, marks)
	sum := 0
	for m := range marks {
		sum += m
	}
	fmt.Println("mean:", sum/len(papers))
}
