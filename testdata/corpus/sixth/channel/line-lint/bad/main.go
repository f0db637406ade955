package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/sync/errgroup"
)

var errWord = errors.New("forbidden word")

type line struct {
	no   int
	text string
}

// read splits a text into lines.
func read(ctx context.Context, text string, out chan<- line) error {
	defer close(out)
	for i, l := range strings.Split(text, "\n") {
		out <- line{i + 1, l} // BUG: send-no-receiver, goroutine-leak, ctx-ignored
	}
	return nil
}

// check looks for words that must not appear.
func check(in <-chan line, bad string) error {
	for l := range in {
		if strings.Contains(l.text, bad) {
			return fmt.Errorf("line %d: %w", l.no, errWord) // BUG: send-no-receiver, goroutine-leak
		}
	}
	return nil
}

func lint(ctx context.Context, text, bad string) error {
	g, ctx := errgroup.WithContext(ctx)
	lines := make(chan line)                             // BUG: send-no-receiver, goroutine-leak
	g.Go(func() error { return read(ctx, text, lines) }) // BUG: send-no-receiver, goroutine-leak
	g.Go(func() error { return check(lines, bad) })
	return g.Wait() // BUG: send-no-receiver
}

func main() {
	ctx := context.Background()
	fmt.Println(lint(ctx, "a nice\nshort\ntext", "ugly"))
	fmt.Println(lint(ctx, "one\nan ugly one\ntwo\nthree", "ugly"))
}
