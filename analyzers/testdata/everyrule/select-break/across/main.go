// Package main listens to the songs of a radio until it is switched off.
package main

import "fmt"

func broadcast(songs chan<- string, off chan<- struct{}) {
	for _, s := range []string{"waltz", "polka", "tango"} {
		songs <- s
	}
	close(off)
}

func listen(songs <-chan string, off <-chan struct{}) int {
	heard := 0
	for heard < 10 {
		select {
		case s := <-songs:
			fmt.Println("playing", s)
			heard++
		case <-off:
			break // BUG
		}
	}
	return heard
}

func main() {
	songs := make(chan string)
	off := make(chan struct{})
	go broadcast(songs, off)
	fmt.Println(listen(songs, off), "songs")
}
