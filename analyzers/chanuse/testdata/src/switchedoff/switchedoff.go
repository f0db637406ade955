// Package main has nil channels that are meant.
package main

import (
	"context"
	"fmt"
)

// merge switches an input off when it is closed.
func merge(a, b <-chan int) (sum int) {
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			sum += v
		case v, ok := <-b:
			if !ok {
				b = nil
				continue
			}
			sum += v
		}
	}
	return sum
}

// A mailer without letters has no channel, and says so.
type mailer struct{ letters chan string }

func (m *mailer) post(letter string) bool {
	if m.letters == nil {
		return false
	}
	m.letters <- letter
	return true
}

// next sends only while there is something to send.
func next(queue []int) (sent int) {
	in, room := make(chan int, 1), make(chan int, 1)
	close(in)
	for {
		var out chan<- int
		if len(queue) > 0 {
			out = room
		}
		select {
		case out <- 1:
			queue = queue[1:]
			sent++
		case <-in:
			return sent
		}
	}
}

func ints(list ...int) <-chan int {
	ch := make(chan int, len(list))
	for _, n := range list {
		ch <- n
	}
	close(ch)
	return ch
}

// patient waits for a context that cannot be cancelled, or for its answer.
func patient(ctx context.Context, answer <-chan int) int {
	select {
	case <-ctx.Done():
		return 0
	case n := <-answer:
		return n
	}
}

func main() {
	fmt.Println(merge(ints(1, 2), ints(3)), next([]int{1}))
	fmt.Println((&mailer{}).post("a"), (&mailer{letters: make(chan string, 1)}).post("b"))
	fmt.Println(patient(context.Background(), ints(1)))
}
