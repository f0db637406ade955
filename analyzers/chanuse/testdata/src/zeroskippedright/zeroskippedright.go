// Package main has loops that learn from a zero value that the channel is closed, that wait
// before they go on, or that are told in another way.
package main

import (
	"fmt"
	"sync"
	"time"
)

type parcel struct{ weight int }

func van(list []*parcel) <-chan *parcel {
	out := make(chan *parcel)
	go func() {
		defer close(out)
		for _, p := range list {
			out <- p
		}
	}()
	return out
}

// switchOff takes no more from a van that is gone.
func switchOff(left, right <-chan *parcel, evening <-chan time.Time) (sum int) {
	for {
		select {
		case p := <-left:
			if p == nil {
				left = nil
				continue
			}
			sum += p.weight
		case p := <-right:
			if p != nil {
				sum += p.weight
			} else {
				right = nil
			}
		case <-evening:
			return sum
		}
	}
}

// next orders another van.
func next(vans <-chan *parcel, order func() <-chan *parcel, evening <-chan time.Time) (sum int) {
	for {
		select {
		case p := <-vans:
			if p == nil {
				vans = order()
				continue
			}
			sum += p.weight
		case <-evening:
			return sum
		}
	}
}

// polls looks once in a while.
func polls(van <-chan *parcel, tick <-chan time.Time) (sum int) {
	for {
		<-tick
		p := <-van
		if p != nil {
			sum += p.weight
			fmt.Println(sum)
		}
	}
}

// rests where there is nothing.
func rests(van <-chan *parcel) (sum int) {
	for {
		p := <-van
		if p == nil {
			time.Sleep(time.Second)
			continue
		}
		sum += p.weight
	}
}

// counts the vans that are gone.
func counts(left, right <-chan *parcel) (sum int) {
	gone := 0
	for {
		if gone > 1 {
			return sum
		}
		select {
		case p := <-left:
			if p == nil {
				gone++
				continue
			}
			sum += p.weight
		case p := <-right:
			if p == nil {
				gone++
				continue
			}
			sum += p.weight
		}
	}
}

// told ends because the one who closes the channel says so in another way.
func told() {
	words, done := make(chan string), make(chan bool)
	go func() {
		words <- "hello"
		close(words)
		done <- true
	}()
	for {
		select {
		case w := <-words:
			if w != "" {
				fmt.Println(w)
			}
		case <-done:
			return
		}
	}
}

func fill(words chan<- string) {
	words <- "hello"
	close(words)
}

// toldByCaller ends because the one who calls fill says so.
func toldByCaller() {
	words, done := make(chan string), make(chan bool)
	go func() {
		fill(words)
		close(done)
	}()
	listen(words, done)
}

func listen(words <-chan string, done <-chan bool) {
	for {
		select {
		case w := <-words:
			if w != "" {
				fmt.Println(w)
			}
		case <-done:
			return
		}
	}
}

// A desk closes both channels at once.
type desk struct {
	words chan string
	done  chan struct{}
}

func (d *desk) stop() {
	close(d.words)
	close(d.done)
}

func (d *desk) run(wg *sync.WaitGroup) {
	defer wg.Done()
	for {
		select {
		case w := <-d.words:
			if w == "" {
				continue
			}
			fmt.Println(w)
		case <-d.done:
			return
		}
	}
}

// closesAtEnd leaves the loop by a panic and closes then.
func closesAtEnd(use func(int)) {
	numbers := make(chan int)
	defer close(numbers)
	go func() {
		for {
			numbers <- 1
		}
	}()
	for {
		n := <-numbers
		use(n)
	}
}

func main() {
	evening := time.After(time.Second)
	fmt.Println(switchOff(van(nil), van(nil), evening), counts(van(nil), van(nil)))
	fmt.Println(next(van(nil), func() <-chan *parcel { return van([]*parcel{{2}}) }, evening))
	go polls(van(nil), time.Tick(time.Second))
	go rests(van(nil))
	told()
	toldByCaller()
	d := &desk{make(chan string), make(chan struct{})}
	var wg sync.WaitGroup
	wg.Add(1)
	go d.run(&wg)
	d.stop()
	wg.Wait()
}
