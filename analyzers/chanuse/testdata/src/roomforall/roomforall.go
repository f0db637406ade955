// Package main sends and receives in one goroutine, and there is room.
package main

import "fmt"

func fill(words chan<- string, list []string) {
	for _, w := range list {
		words <- w
	}
	close(words)
}

// first offers, and does not wait where there is no room.
func first(ch chan int) int {
	for i := range 3 {
		select {
		case ch <- i:
		default:
		}
	}
	return <-ch
}

type box struct{ ch chan int }

func (b *box) put(n int) { b.ch <- n }
func (b *box) get() int  { return <-b.ch }

func main() {
	list := []string{"one", "two", "three"}
	words := make(chan string, len(list))
	fill(words, list)
	for w := range words {
		fmt.Println(w)
	}
	fmt.Println(first(make(chan int, 1)))
	b := &box{ch: make(chan int, 1)}
	b.put(1)
	fmt.Println(b.get())
	b.put(2)
	fmt.Println(b.get())
}
