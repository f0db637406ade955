// Package main sends by closures and method values.
package main

import "fmt"

type outbox struct{ ch chan string }

func (o *outbox) put(text string) {
	o.ch <- text // want `waits for ever.*\(send-without-receiver\)`
}

func run(f func(string), text string) { f(text) }

func closure() {
	out := make(chan int)
	send := func() { out <- 1 } // want `the send to out waits for ever.*\(send-without-receiver\)`
	go send()
}

func main() {
	closure()
	o := &outbox{ch: make(chan string)}
	put := o.put
	run(put, "nobody reads this")
	fmt.Println("never printed")
}
