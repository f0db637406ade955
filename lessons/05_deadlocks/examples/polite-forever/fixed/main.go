// Two people meet in a narrow corridor. Everybody takes the north half first,
// whichever way they go: one waits outside, and the other one is through.
package main

import (
	"fmt"
	"sync"
)

// A corridor has two halves. Take north before south.
type corridor struct{ north, south sync.Mutex }

func (c *corridor) cross() {
	c.north.Lock()
	defer c.north.Unlock()
	c.south.Lock()
	defer c.south.Unlock()
}

func main() {
	var c corridor
	var people sync.WaitGroup
	for range 2 {
		people.Go(c.cross)
	}
	people.Wait()
	fmt.Println("both are through")
}
