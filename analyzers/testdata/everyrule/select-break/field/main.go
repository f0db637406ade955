// Package main records the programme of a radio until the tape ends.
package main

import (
	"fmt"
	"time"
)

type recorder struct {
	songs chan string
	tape  []string
}

func (r *recorder) play(songs ...string) {
	defer close(r.songs)
	for _, s := range songs {
		r.songs <- s
	}
}

func (r *recorder) record() {
	silence := time.NewTicker(time.Second)
	defer silence.Stop()
	for {
		select {
		case s, ok := <-r.songs:
			if !ok {
				break // BUG
			}
			r.tape = append(r.tape, s)
		case <-silence.C:
			r.tape = append(r.tape, "silence")
		}
	}
}

func main() {
	r := &recorder{songs: make(chan string)}
	go r.play("blues", "swing")
	r.record()
	fmt.Println(r.tape)
}
