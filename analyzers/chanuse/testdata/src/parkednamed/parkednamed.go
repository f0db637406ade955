// Command parkednamed waits on channels that nobody knows: on one that has a name somebody
// was meant to send.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) > 1 {
		forgets()
	}
	go fmt.Println("working")
	<-make(chan bool) // want `deadlock: nobody can send on this channel and no other goroutine is left.*\(empty-select\)`
}

func forgets() {
	done := make(chan bool)
	go fmt.Println("working")
	<-done // want `(the|this) receive( from done)? waits for ever, because no goroutine gets to send or close \(receive-without-sender\)`
}
