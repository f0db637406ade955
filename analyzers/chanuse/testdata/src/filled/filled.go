// Package main fills a buffered channel that nobody reads any more.
package main

func main() {
	results := make(chan int, 2)
	done := make(chan bool)
	go func() {
		for i := range 3 {
			results <- i
		}
		done <- true
	}()
	<-results
	<-done
	for i := range 5 {
		results <- i // want `deadlock: the send to results waits for ever, because no other goroutine receives \(send-without-receiver\)`
	}
}
