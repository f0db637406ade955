package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

func load(name string) (lines []string, err error) {
	if name == "" {
		return nil, errors.New("no name")
	}
	return strings.Split("one\ntwo\nthree of "+name, "\n"), nil
}

// both loads two texts at the same time; the second one in this goroutine.
func both(a, b string) (left, right []string, err error) {
	done := make(chan struct{})
	var leftErr error
	go func() {
		defer close(done)
		left, leftErr = load(a)
	}()
	right, err = load(b)
	<-done
	if err == nil {
		err = leftErr
	}
	return left, right, err
}

func main() {
	l, r, err := both("letters", "numbers")
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(len(l), r[2])
	_, _, err = both("", "x")
	fmt.Println("error:", err)
}
