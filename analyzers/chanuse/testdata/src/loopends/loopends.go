// Package main has breaks in selects that do what they look like.
package main

import (
	"context"
	"fmt"
)

// labelled leaves the loop.
func labelled(jobs <-chan string, done <-chan struct{}) {
loop:
	for {
		select {
		case job := <-jobs:
			fmt.Println("doing", job)
		case <-done:
			break loop
		}
	}
	fmt.Println("ended")
}

// conditional has a loop that looks for its end itself.
func conditional(ctx context.Context, jobs <-chan string) {
	for ctx.Err() == nil {
		select {
		case job := <-jobs:
			fmt.Println("doing", job)
		case <-ctx.Done():
			break
		}
	}
}

// behind looks for the end behind the select.
func behind(ctx context.Context, jobs <-chan string) {
	for {
		select {
		case job := <-jobs:
			fmt.Println("doing", job)
		case <-ctx.Done():
			break
		}
		if ctx.Err() != nil {
			return
		}
	}
}

// skipping leaves the rest of a case, and goes on with the loop.
func skipping(jobs <-chan string, done <-chan struct{}) {
	for {
		select {
		case job := <-jobs:
			if job == "" {
				break
			}
			fmt.Println("doing", job)
		case <-done:
			return
		}
	}
}

// single has no loop to leave.
func single(jobs <-chan string, done <-chan struct{}) {
	select {
	case job := <-jobs:
		fmt.Println("doing", job)
	case <-done:
		break
	}
}

func closed() <-chan struct{} {
	ch := make(chan struct{})
	close(ch)
	return ch
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	labelled(nil, closed())
	conditional(ctx, nil)
	behind(ctx, nil)
	skipping(nil, closed())
	single(nil, closed())
}
