// The sender is a goroutine of its own, so that sender and receiver can meet.
package main

import "fmt"

func main() {
	greeting := make(chan string)
	go func() { greeting <- "hello" }()
	fmt.Println(<-greeting)
}
