// Three pages are downloaded, and the program waits for them.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var downloads sync.WaitGroup
	for i, page := range []string{"news", "weather", "sport"} {
		downloads.Go(func() {
			download(page, i+1)
			fmt.Println(page, "is here")
		})
	}
	downloads.Wait()
	fmt.Println("all pages are here")
}

// download takes a moment, as the network does; some pages take longer.
func download(_ string, moments int) { time.Sleep(time.Duration(moments) * 100 * time.Millisecond) }
