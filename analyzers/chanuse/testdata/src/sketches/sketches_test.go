// Package sketches has examples, of which go test runs those that tell their output.
package sketches

import "fmt"

func requests() chan int { return make(chan int) }

func Example_sketch() {
	name := "worker"
	for range 10 {
		go func() {
			for r := range requests() {
				fmt.Println(name, r)
			}
		}()
	}
}

func Example_output() {
	answers := make(chan int)
	go func() { fmt.Println("question") }()
	<-answers // want `\(receive-without-sender\)`
	// Output: question
}
