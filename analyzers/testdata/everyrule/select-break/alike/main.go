// Package main counts the songs on a radio and leaves out the jingles.
package main

import (
	"fmt"
	"strings"
)

func broadcast(songs chan<- string, off chan<- struct{}) {
	for _, s := range []string{"waltz", "jingle 1", "polka", "jingle 2"} {
		songs <- s
	}
	close(off)
}

func listen(songs <-chan string, off <-chan struct{}) (heard, turns int) {
	on := true
	for on {
		select {
		case s := <-songs:
			if strings.HasPrefix(s, "jingle") {
				break
			}
			heard++
		case <-off:
			on = false
			break
		}
		turns++
	}
	return heard, turns
}

func main() {
	songs := make(chan string)
	off := make(chan struct{})
	go broadcast(songs, off)
	fmt.Println(listen(songs, off))
}
