// Package receivercloses takes as many numbers as it needs.
package receivercloses

import (
	"context"
	"sync"
)

func odd(n int) bool { return n%2 == 1 }

type scanner struct {
	found chan int
	all   sync.WaitGroup
}

func (s *scanner) scan(ctx context.Context, from, step int) {
	s.all.Go(func() {
		for n := from; ctx.Err() == nil; n += step {
			if !odd(n) {
				continue
			}
			select {
			case s.found <- n:
			case <-ctx.Done():
				return
			}
		}
	})
}

func (s *scanner) closesAtOnce(n int, stop context.CancelFunc) (out []int) {
	for p := range s.found {
		out = append(out, p)
		if len(out) == n {
			close(s.found) // want `^likely panic: closesAtOnce closes found, from which it receives, while goroutines may send to it at receivercloses.go:22: a send on a closed channel panics; leave the loop, and tell the senders to stop \(close-while-sending\)`
			stop()
		}
	}
	return out
}

type waiting struct {
	found chan int
	all   sync.WaitGroup
}

func (w *waiting) scan(ctx context.Context) {
	w.all.Go(func() {
		for n := 0; ; n++ {
			select {
			case w.found <- n:
			case <-ctx.Done():
				return
			}
		}
	})
}

// closesAfterAll waits for the senders before it closes.
func (w *waiting) closesAfterAll(n int, stop context.CancelFunc) (out []int) {
	for p := range w.found {
		out = append(out, p)
		if len(out) == n {
			stop()
			w.all.Wait()
			close(w.found)
			break
		}
	}
	return out
}

// knowsHowMany closes when each sender has sent its one result.
func knowsHowMany(jobs []func() int) (sum int) {
	results := make(chan int)
	for _, job := range jobs {
		go func() { results <- job() }()
	}
	n := 0
	for r := range results {
		sum += r
		if n++; n == len(jobs) {
			close(results)
		}
	}
	return sum
}

// knowsTheList closes when the whole list was sent.
func knowsTheList(list []int) (sum int) {
	numbers := make(chan int)
	go func() {
		for _, n := range list {
			numbers <- n
		}
	}()
	got := 0
	for n := range numbers {
		sum += n
		if got++; got == len(list) {
			close(numbers)
		}
	}
	return sum
}

type message struct {
	text string
	last bool
}

// toldTheLast closes when the sender says that nothing follows, and next waits for ever then.
func toldTheLast(next func() message) (texts []string) {
	messages := make(chan message)
	go func() {
		for {
			messages <- next()
		}
	}()
	for m := range messages {
		texts = append(texts, m.text)
		if m.last {
			close(messages)
		}
	}
	return texts
}

// recovering senders know that the channel may be closed.
func recovering(n int) (out []int) {
	numbers := make(chan int)
	go func() {
		defer func() { _ = recover() }()
		for i := 0; ; i++ {
			numbers <- i
		}
	}()
	for i := range numbers {
		if out = append(out, i); len(out) == n {
			close(numbers)
		}
	}
	return out
}
