// Package main waits for an answer that an error path does not send.
package main

import (
	"errors"
	"fmt"
)

func read(path string) (string, error) {
	if path == "" {
		return "", errors.New("no path")
	}
	return "text", nil
}

type loader struct{ text chan string }

func (l *loader) load(path string) {
	text, err := read(path)
	if err != nil {
		fmt.Println(err)
		return
	}
	l.text <- text
}

func (l *loader) get() string {
	return <-l.text // want `^deadlock: the receive from l.text waits for ever when its sender has left first.*\(abandoned-receive\)`
}

func main() {
	for _, path := range []string{"a", ""} {
		l := &loader{text: make(chan string)} // related `^the channel is made here, unbuffered: every send waits for a receiver \(abandoned-receive\)$`
		go l.load(path)
		fmt.Println(l.get())
	}
}
