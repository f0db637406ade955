// Package main receives answers that come on every way.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func read(path string) (string, error) {
	if path == "" {
		return "", errors.New("no path")
	}
	return "text", nil
}

type result struct {
	text string
	err  error
}

// load sends the error as well.
func load(path string) (string, error) {
	ch := make(chan result)
	go func() {
		text, err := read(path)
		ch <- result{text, err}
	}()
	r := <-ch
	return r.text, r.err
}

// closing tells by the close that there is nothing.
func closing(path string) string {
	ch := make(chan string)
	go func() {
		defer close(ch)
		text, err := read(path)
		if err != nil {
			return
		}
		ch <- text
	}()
	return <-ch
}

// patient gives up after a while; the sender has room for its value.
func patient(ctx context.Context, path string) string {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	ch := make(chan string, 1)
	go func() {
		if text, err := read(path); err == nil {
			ch <- text
		}
	}()
	select {
	case text := <-ch:
		return text
	case <-ctx.Done():
		return ""
	}
}

func main() {
	fmt.Println(load(""))
	fmt.Println(closing(""), patient(context.Background(), "a"))
}
