// Package main is correct: it must get no report.
package main

import (
	"bufio"
	"os"
)

func main() {
	lines := make(chan string, 10)
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() { // waits for a line each time
		select {
		case lines <- in.Text():
		default: // drop it
		}
	}
}
