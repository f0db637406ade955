// Three people are asked. Their answers wait for a receiver, and main waits for
// them.
package main

import (
	"fmt"
	"sync"
)

func main() {
	answers := make(chan string)
	var asking sync.WaitGroup
	for _, name := range []string{"Anna", "Ben", "Cleo"} {
		asking.Go(func() { answers <- name + " says tea" })
	}
	asking.Wait()
	close(answers)
	n := 0
	for range answers {
		n++
	}
	fmt.Println(n, "answers")
}
