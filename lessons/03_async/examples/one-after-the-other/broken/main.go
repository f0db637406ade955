// Three downloads, each in a goroutine of its own, and yet one after the other.
package main

import (
	"fmt"
	"time"
)

func main() {
	began := time.Now()
	for _, page := range []string{"news", "weather", "sport"} {
		result := make(chan string)
		go func() { result <- download(page) }()
		fmt.Println(<-result) // waits here before the next one starts
	}
	fmt.Println("took", time.Since(began).Round(time.Second))
}

func download(page string) string {
	time.Sleep(time.Second)
	return page + " is here"
}
