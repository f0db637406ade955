// An unbuffered channel, and a send before anybody could receive.
package main

import "fmt"

func main() {
	greeting := make(chan string)
	greeting <- "hello"
	fmt.Println(<-greeting)
}
