package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"
)

// slots limits how many uploads run; who takes a slot passes it on to the
// goroutine that does the work.
type slots chan struct{}

func (s slots) take(ctx context.Context) error {
	select {
	case s <- struct{}{}:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func (s slots) give() { <-s }

// drain takes all slots, that is, waits for all the work.
func (s slots) drain() {
	for range cap(s) {
		s <- struct{}{}
	}
}

type uploader struct {
	slots   slots
	results chan string
}

func (u *uploader) upload(file string) {
	defer u.slots.give()
	time.Sleep(2 * time.Millisecond)
	u.results <- file + " ok"
}

func (u *uploader) all(ctx context.Context, files []string) (err error) {
	for _, f := range files {
		if err = u.slots.take(ctx); err != nil {
			break
		}
		go u.upload(f)
	}
	u.slots.drain()
	close(u.results)
	return err
}

func main() {
	files := []string{"a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg", "f.jpg", "g.jpg"}
	ctx, cancel := context.WithTimeoutCause(context.Background(), time.Minute, errors.New("took too long"))
	defer cancel()
	u := &uploader{slots: make(slots, 3), results: make(chan string, len(files))}
	if err := u.all(ctx, files); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	n := 0
	for range u.results {
		n++
	}
	fmt.Println(n, "files")
}
