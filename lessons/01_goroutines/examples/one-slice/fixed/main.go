// Each camera has a slice of its own. After Wait, main puts them together.
package main

import (
	"fmt"
	"slices"
	"sync"
)

func main() {
	photos := make([][]int, 4)
	var cameras sync.WaitGroup
	for camera := range 4 {
		cameras.Go(func() {
			var mine []int
			for i := range 50000 {
				mine = append(mine, camera*50000+i)
			}
			photos[camera] = mine
		})
	}
	cameras.Wait()
	fmt.Println("kept", len(slices.Concat(photos...)), "of 200000 photos")
}
