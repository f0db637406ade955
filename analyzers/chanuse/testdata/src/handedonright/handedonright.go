// Package main hands channels on to loops that learn of their end, or of something that comes
// before it.
package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// drops falls n times and stops.
func drops(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := range n {
			out <- i
		}
	}()
	return out
}

// collect switches off a tap that has stopped.
func collect(left, right <-chan int, evening <-chan time.Time) (sum int) {
	for {
		select {
		case d, ok := <-left:
			if !ok {
				left = nil
			}
			sum += d
		case d, ok := <-right:
			if !ok {
				return sum
			}
			sum += d
		case <-evening:
			return sum
		}
	}
}

// first ends with the first drop.
func first(tap <-chan int, evening <-chan time.Time) int {
	for {
		select {
		case d := <-tap:
			return d
		case <-evening:
			return 0
		}
	}
}

// rain falls until the context has ended, and closes then.
func rain(ctx context.Context) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; ; i++ {
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

// gather ends with the same context.
func gather(ctx context.Context, rain <-chan int) (sum int) {
	for {
		select {
		case d := <-rain:
			sum += d
		case <-ctx.Done():
			return sum
		}
	}
}

// listen is told to stop before the channel is closed.
func listen(words <-chan string, stop <-chan struct{}) {
	for {
		select {
		case w := <-words:
			fmt.Println(w)
		case <-stop:
			return
		}
	}
}

func talk(words chan<- string, stop chan<- struct{}) {
	words <- "hello"
	close(stop)
	close(words)
}

// hear has ended when the channel is closed.
func hear(sounds <-chan string, stop <-chan struct{}, wg *sync.WaitGroup) {
	defer wg.Done()
	for {
		select {
		case s := <-sounds:
			fmt.Println(s)
		case <-stop:
			return
		}
	}
}

func ring(sounds chan<- string, wg *sync.WaitGroup) {
	sounds <- "ding"
	wg.Wait()
	close(sounds)
}

// send says that it is done, and so lets hear end.
func send(sounds chan<- string, sent *sync.WaitGroup) {
	defer sent.Done()
	defer close(sounds)
	sounds <- "dong"
}

// words end with an empty one.
func upToEmpty(words <-chan string) {
	for {
		w := <-words
		if w == "" {
			return
		}
		fmt.Println(w)
	}
}

func fill(words chan<- string) {
	words <- "a"
	close(words)
}

// open is never closed.
func ticks(n int) <-chan int {
	out := make(chan int, n)
	for i := range n {
		out <- i
	}
	return out
}

func count(ticks <-chan int, evening <-chan time.Time) (n int) {
	for {
		select {
		case <-evening:
			return n
		case t := <-ticks:
			n += t
		}
	}
}

func main() {
	fmt.Println(collect(drops(2), drops(3), time.After(time.Second)), first(drops(1), time.After(time.Second)), count(ticks(2), time.After(time.Second)))
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	fmt.Println(gather(ctx, rain(ctx)))

	words, stop := make(chan string), make(chan struct{})
	go talk(words, stop)
	listen(words, stop)

	var wg sync.WaitGroup
	sounds, quiet := make(chan string), make(chan struct{})
	wg.Add(1)
	go hear(sounds, quiet, &wg)
	go func() {
		time.Sleep(time.Second)
		close(quiet)
	}()
	ring(sounds, &wg)

	var sent sync.WaitGroup
	again, enough := make(chan string), make(chan struct{})
	sent.Add(1)
	wg.Add(1)
	go send(again, &sent)
	go hear(again, enough, &wg)
	sent.Wait()
	close(enough)
	wg.Wait()

	more := make(chan string)
	go fill(more)
	upToEmpty(more)
}
