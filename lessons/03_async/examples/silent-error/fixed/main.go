// A reader sends lines and returns at the first error. Whichever way it ends, it
// closes the channel.
package main

import (
	"errors"
	"fmt"
)

func main() {
	lines := make(chan string)
	failed := make(chan error, 1)
	go func() {
		defer close(lines)
		for _, file := range []string{"a.txt", "damaged.txt"} {
			line, err := read(file)
			if err != nil {
				failed <- err
				return
			}
			lines <- line
		}
		failed <- nil
	}()
	for line := range lines {
		fmt.Println(line)
	}
	fmt.Println("error:", <-failed)
}

func read(file string) (string, error) {
	if file == "damaged.txt" {
		return "", errors.New(file + " cannot be read")
	}
	return "the line of " + file, nil
}
