// Command crawl counts the bytes of some pages.
package main

import (
	"fmt"
	"strings"
)

var urls = []string{"/", "/about", "/news", "/contact"}

func fetch(url string) string {
	return strings.Repeat(url, 10)
}

func inBackground(task func()) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		task()
	}()
	return done
}

func main() {
	size := 0
	done := inBackground(func() {
		for _, u := range urls {
			size += len(fetch(u)) // BUG?
		}
	})
	fmt.Println("bytes so far:", size) // BUG?
	<-done
	fmt.Println("bytes:", size)
}
