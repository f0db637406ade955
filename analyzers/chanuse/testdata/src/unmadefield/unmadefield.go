// Package main sends to a channel that no make has made.
package main

import "fmt"

type mailer struct{ letters chan string }

func (m *mailer) run() {
	for letter := range m.letters { // want `the range over m.letters waits for ever: m.letters is nil, no make has given it a channel \(nil-channel\)`
		fmt.Println("posting", letter)
	}
}

func (m *mailer) post(letter string) {
	m.letters <- letter // want `^deadlock: the send to m.letters waits for ever: m.letters is nil, no make has given it a channel \(nil-channel\)`
}

func main() {
	var m mailer
	go m.run()
	m.post("hello")
}
