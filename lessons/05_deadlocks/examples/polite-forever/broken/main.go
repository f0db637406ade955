// Two people meet in a narrow corridor. Each holds one half of it and tries for
// the other. So that this program ends, they stop after a thousand tries.
package main

import (
	"fmt"
	"sync"
)

var bothAreIn sync.WaitGroup // only to make the bad order happen each time

// cross walks through the corridor, and returns how often it tried in vain.
func cross(near, far *sync.Mutex) (tries int) {
	near.Lock()
	defer near.Unlock()
	bothAreIn.Done()
	bothAreIn.Wait()
	for tries < 1000 {
		if far.TryLock() {
			far.Unlock()
			return tries
		}
		tries++ // after you
	}
	bothTried.Done()
	bothTried.Wait() // neither leaves before both have given up
	return tries
}

var bothTried sync.WaitGroup

func main() {
	var north, south sync.Mutex
	bothAreIn.Add(2)
	bothTried.Add(2)
	tries := make([]int, 2)
	var people sync.WaitGroup
	people.Go(func() { tries[0] = cross(&north, &south) })
	people.Go(func() { tries[1] = cross(&south, &north) })
	people.Wait()
	fmt.Println("tried in vain:", tries)
}
