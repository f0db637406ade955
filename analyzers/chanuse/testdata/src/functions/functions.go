// Package functions hands its channel to functions that only send.
package functions

type message struct{ text string }

func say(to chan<- message, text string) {
	to <- message{text} // want `the send to .* waits for ever.*\(send-without-receiver\)`
}

func twice(to chan<- message) {
	say(to, "one")
	say(to, "two")
}

// Talk has nobody who listens.
func Talk() {
	ch := make(chan message)
	go twice(ch)
}
