// Three pages are downloaded, and the program is over before one of them is here.
package main

import (
	"fmt"
	"time"
)

func main() {
	for _, page := range []string{"news", "weather", "sport"} {
		go func() {
			download(page)
			fmt.Println(page, "is here")
		}()
	}
	fmt.Println("all pages are here")
}

// download takes a moment, as the network does.
func download(string) { time.Sleep(100 * time.Millisecond) }
