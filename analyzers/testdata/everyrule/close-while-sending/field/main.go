// Package main counts the bids of an auction that ends with the last lot.
package main

import "fmt"

type room struct {
	bids chan int
}

func (r *room) bidder(seat, lots int) {
	for lot := range lots {
		r.bids <- seat*10 + lot // BUG?
	}
	if seat == 0 {
		close(r.bids) // BUG?
	}
}

func (r *room) count() int {
	n := 0
	for range r.bids {
		n++
	}
	return n
}

func main() {
	r := &room{bids: make(chan int)}
	for seat := range 4 {
		go r.bidder(seat, 5)
	}
	fmt.Println(r.count(), "bids")
}
