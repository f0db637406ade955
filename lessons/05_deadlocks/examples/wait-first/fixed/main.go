// Three people are asked. One goroutine waits for them and closes; main receives
// meanwhile.
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
	go func() {
		asking.Wait()
		close(answers)
	}()
	n := 0
	for range answers {
		n++
	}
	fmt.Println(n, "answers")
}
