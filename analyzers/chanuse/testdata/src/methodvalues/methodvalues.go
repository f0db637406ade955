// Package main sends by closures and method values.
package main

import "fmt"

type outbox struct{ ch chan string }

func (o *outbox) put(text string) {
	o.ch <- text // want `waits for ever.*\(send-without-receiver\)`
}

func run(f func(string), text string) { f(text) }

func closure() {
	out := make(chan int)       // related `^the channel is made here, unbuffered: every send waits for a receiver \(send-without-receiver\)$`
	send := func() { out <- 1 } // want `the send to out waits for ever.*\(send-without-receiver\)`
	go send()                   // related `^the goroutine that never ends is started here \(send-without-receiver\)$`
}

func main() {
	closure()
	o := &outbox{ch: make(chan string)} // related `^the channel is made here, unbuffered: every send waits for a receiver \(send-without-receiver\)$`
	put := o.put
	run(put, "nobody reads this")
	fmt.Println("never printed")
}
