// Package main closes after the first answer, while others are still coming.
package main

import "fmt"

func find(part string) string { return "in " + part }

func search(parts []string) string {
	found := make(chan string)
	for _, part := range parts {
		go func() { found <- find(part) }()
	}
	first := <-found
	close(found) // want `^panic: main closes found while the goroutine of firstcloses.go:11 still sends to it at firstcloses.go:11.*\(close-while-sending\)`
	return first
}

func main() {
	fmt.Println(search([]string{"a", "b"}))
	select {}
}
