// Package leaks leaves goroutines behind in their sends.
package leaks

// Leak has nobody who receives.
func Leak() {
	ch := make(chan int)
	go func() {
		ch <- 1 // want `goroutine leak: the send to ch waits for ever, because no goroutine gets to receive \(send-without-receiver\)`
	}()
}

// Waited waits for the sender before it receives.
func Waited(n int) (sum int) {
	ch := make(chan int)
	done := make(chan struct{})
	go func() {
		ch <- n // want `likely deadlock: .* waits for a receiver of ch, while Waited .*\(circular-wait\)`
		close(done)
	}()
	<-done
	return <-ch
}

// Select sends in every case.
func Select() {
	a, b := make(chan int), make(chan int)
	go func() {
		select { // want `this select waits for ever.*\(send-without-receiver\)`
		case a <- 1:
		case b <- 2:
		}
	}()
}
