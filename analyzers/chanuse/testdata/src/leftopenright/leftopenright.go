// Package leftopenright has goroutines of which everybody learns that they leave.
package leftopenright

import (
	"context"
	"strconv"
)

// Deferred closes on every way.
func Deferred(texts []string) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for _, text := range texts {
			n, err := strconv.Atoi(text)
			if err != nil {
				return
			}
			out <- n
		}
	}()
	return out
}

// Broken leaves the loop, and closes then.
func Broken(texts []string) <-chan int {
	out := make(chan int)
	go func() {
		for _, text := range texts {
			n, err := strconv.Atoi(text)
			if err != nil {
				break
			}
			out <- n
		}
		close(out)
	}()
	return out
}

// Twice closes before each return.
func Twice(texts []string) <-chan int {
	out := make(chan int)
	go func() {
		for _, text := range texts {
			n, err := strconv.Atoi(text)
			if err != nil {
				close(out)
				return
			}
			out <- n
		}
		close(out)
	}()
	return out
}

type result struct {
	n   int
	err error
}

// Results sends the error last, and who receives stops there.
func Results(texts []string) <-chan result {
	out := make(chan result)
	go func() {
		for _, text := range texts {
			n, err := strconv.Atoi(text)
			if err != nil {
				out <- result{err: err}
				return
			}
			out <- result{n: n}
		}
		close(out)
	}()
	return out
}

// Until leaves when its receiver has.
func Until(ctx context.Context, texts []string) <-chan int {
	out := make(chan int)
	go func() {
		for i := range texts {
			if ctx.Err() != nil {
				return
			}
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
		close(out)
	}()
	return out
}

// Sum uses them all.
func Sum(texts []string) (sum int) {
	for n := range Deferred(texts) {
		sum += n
	}
	for n := range Broken(texts) {
		sum += n
	}
	for n := range Twice(texts) {
		sum += n
	}
	for r := range Results(texts) {
		if r.err != nil {
			return 0
		}
		sum += r.n
	}
	for n := range Until(context.Background(), texts) {
		sum += n
	}
	return sum
}
