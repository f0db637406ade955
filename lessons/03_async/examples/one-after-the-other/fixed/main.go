// Three downloads at once: ask all, then collect.
package main

import (
	"fmt"
	"time"
)

func main() {
	began := time.Now()
	var results []chan string
	for _, page := range []string{"news", "weather", "sport"} {
		result := make(chan string, 1)
		go func() { result <- download(page) }()
		results = append(results, result)
	}
	for _, result := range results {
		fmt.Println(<-result)
	}
	fmt.Println("took", time.Since(began).Round(time.Second))
}

func download(page string) string {
	time.Sleep(time.Second)
	return page + " is here"
}
