// Package nevermade uses channel variables that nothing was assigned to.
package nevermade

func ask() {
	var answers chan string
	go func() {
		answers <- "yes" // want `waits for ever: answers is nil.* \(nil-channel\)`
	}()
}

func receive() int {
	var numbers chan int
	return <-numbers // want `deadlock: this receive waits for ever: the channel is nil.* \(nil-channel\)`
}

func send(n int) {
	var numbers chan int
	numbers <- n // want `deadlock: this send waits for ever: the channel is nil.* \(nil-channel\)`
}

// park waits for ever on purpose.
func park() {
	var never chan struct{}
	<-never
}

// either switches a case off and on again.
func either(a, b chan int) int {
	var maybe chan int
	if b != nil {
		maybe = b
	}
	select {
	case n := <-a:
		return n
	case n := <-maybe:
		return n
	}
}

var _, _, _, _, _ = ask, receive, send, park, either
