// Package search looks for a word in many files.
package search

import (
	"fmt"
	"strings"
)

// A Read returns the lines of a file.
type Read func(file string) ([]string, error)

// Find returns the lines of all files that hold a word. The files are read while
// the lines that are there already are looked through. At the first file that
// cannot be read it stops, and returns what it has with the error.
func Find(read Read, files []string, word string) ([]string, error) {
	lines := make(chan string)
	failed := make(chan error, 1)
	go func() {
		for _, file := range files {
			text, err := read(file)
			if err != nil {
				failed <- fmt.Errorf("%s: %w", file, err)
				return
			}
			for _, line := range text {
				lines <- line
			}
		}
		failed <- nil
	}()

	var found []string
	for line := range lines {
		if strings.Contains(line, word) {
			found = append(found, line)
		}
	}
	err := <-failed
	close(lines)
	return found, err
}
