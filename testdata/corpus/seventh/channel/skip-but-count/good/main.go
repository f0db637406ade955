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
	started := 0
	for _, f := range files {
		if f.size == 0 {
			continue
		}
		started++
		go upload(f, ack)
	}
	var done []string
	for range started {
		done = append(done, <-ack)
	}
	sort.Strings(done)
	fmt.Println(done)
}
