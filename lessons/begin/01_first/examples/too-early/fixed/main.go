// Too early, cured: a WaitGroup waits for all of them.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var greetings sync.WaitGroup
	for _, name := range []string{"Anna", "Ben"} {
		greetings.Go(func() { fmt.Println("hello", name) })
	}
	greetings.Wait()
}
