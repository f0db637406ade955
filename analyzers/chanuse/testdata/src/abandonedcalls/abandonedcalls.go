// Package main stops reading its generator, across functions.
package main

import "fmt"

func generate(n int) <-chan int {
	out := make(chan int) // related `^the channel is made here, unbuffered: every send waits for a receiver \(abandoned-generator\)$`
	go func() {           // related `^the goroutine that never ends is started here \(abandoned-generator\)$`
		defer close(out)
		for i := range n {
			out <- i // want `^goroutine leak: the send to out waits for ever when its consumer has stopped early.*\(abandoned-generator\)`
		}
	}()
	return out
}

func find(in <-chan int, wanted int) bool {
	for v := range in {
		if v == wanted {
			return true
		}
	}
	return false
}

func main() {
	fmt.Println(find(generate(3), 1))
	select {}
}
