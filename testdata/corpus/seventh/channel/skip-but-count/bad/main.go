package main

import (
	"fmt"
	"sort"
)

type file struct {
	name string
	size int
}

func upload(f file, ack chan<- string) {
	ack <- fmt.Sprintf("%s (%d)", f.name, f.size)
}

func main() {
	files := []file{{"a.txt", 10}, {"b.txt", 0}, {"c.txt", 25}, {"d.txt", 3}}
	ack := make(chan string)
	for _, f := range files {
		if f.size == 0 {
			continue // BUG: recv-no-sender
		}
		go upload(f, ack) // BUG: recv-no-sender
	}
	var done []string
	for range files { // BUG: recv-no-sender
		done = append(done, <-ack) // BUG: recv-no-sender
	}
	sort.Strings(done)
	fmt.Println(done)
}
