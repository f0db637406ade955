// Package main closes inside the loop that goes on sending.
package main

import "fmt"

func produce(out chan<- string, lines []string) {
	for _, line := range lines {
		if line == "END" {
			close(out)
		}
		out <- line // want `^panic: this send to out comes after it was closed at closedinloop.go:9 \(send-on-closed\)`
	}
}

func main() {
	out := make(chan string)
	go produce(out, []string{"one", "END"})
	for line := range out {
		fmt.Println(line)
	}
	select {}
}
