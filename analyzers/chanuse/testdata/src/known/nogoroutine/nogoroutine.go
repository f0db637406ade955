// Package nogoroutine deadlocks with itself, in a package without main: both
// sends should be reported.
//
// Today: nothing. A function that starts no goroutine is not a root.
package nogoroutine

func Self() int {
	ch := make(chan int)
	ch <- 1 // want `the send to ch waits for ever.*\(send-without-receiver\)`
	return <-ch
}

func Full() {
	ch := make(chan string, 1)
	ch <- "fits"
	ch <- "waits" // want `the send to ch waits for ever.*\(send-without-receiver\)`
}
