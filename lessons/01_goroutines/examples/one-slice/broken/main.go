// Four goroutines append to one slice, and most of what they append is lost.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var photos []int
	var cameras sync.WaitGroup
	for camera := range 4 {
		cameras.Go(func() {
			for i := range 50000 {
				photos = append(photos, camera*50000+i)
			}
		})
	}
	cameras.Wait()
	fmt.Println("kept", len(photos), "of 200000 photos")
}
