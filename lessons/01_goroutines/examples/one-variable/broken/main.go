// Three letters, one variable: everybody's letter goes to Dan.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var name string
	var letters sync.WaitGroup
	for _, member := range []string{"Anna", "Ben", "Dan"} {
		name = member
		letters.Go(func() {
			time.Sleep(100 * time.Millisecond) // the printer warms up
			fmt.Println("Dear", name)
		})
	}
	letters.Wait()
}
