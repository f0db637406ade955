package main

import (
	"errors"
	"fmt"
	"sort"
	"sync"
)

// shelf is the state of the shop. It belongs to the goroutine of keeper.run.
type shelf struct {
	pieces map[string]int
	sold   int
	log    []string
}

type keeper struct {
	requests chan func(*shelf)
	quit     chan struct{}
	ended    chan struct{}
	final    *shelf
}

var errGone = errors.New("shop is closed")

func open() *keeper {
	k := &keeper{
		requests: make(chan func(*shelf)),
		quit:     make(chan struct{}),
		ended:    make(chan struct{}),
	}
	go k.run()
	return k
}

func (k *keeper) run() {
	defer close(k.ended)
	s := &shelf{pieces: make(map[string]int)}
	for {
		select {
		case f := <-k.requests:
			f(s)
		case <-k.quit:
			k.final = s
			return
		}
	}
}

// do runs f on the shelf and returns when it has been run.
func (k *keeper) do(f func(*shelf)) error {
	done := make(chan struct{})
	select {
	case k.requests <- func(s *shelf) { defer close(done); f(s) }:
		<-done
		return nil
	case <-k.ended:
		return errGone
	}
}

func (k *keeper) add(article string, n int) error {
	return k.do(func(s *shelf) { s.pieces[article] += n })
}

func (k *keeper) buy(article string) (left int, err error) {
	failed := k.do(func(s *shelf) {
		if s.pieces[article] == 0 {
			err = fmt.Errorf("no %s left", article)
			return
		}
		s.pieces[article]--
		s.sold++
		left = s.pieces[article]
		s.log = append(s.log, article)
	})
	if failed != nil {
		return 0, failed
	}
	return left, err
}

func (k *keeper) articles() (names []string) {
	k.do(func(s *shelf) {
		for a := range s.pieces {
			names = append(names, a)
		}
	})
	sort.Strings(names)
	return names
}

func main() {
	k := open()
	k.add("lamp", 12)
	k.add("vase", 5)

	var wg sync.WaitGroup
	disappointed := make(chan error, 40)
	for i := range 20 {
		article := []string{"lamp", "vase"}[i%2]
		wg.Go(func() {
			if _, err := k.buy(article); err != nil {
				disappointed <- err
			}
		})
	}
	wg.Wait()
	close(disappointed)
	fmt.Println("articles:", k.articles())
	for err := range disappointed {
		fmt.Println(err)
	}

	close(k.quit)
	<-k.ended
	_, err := k.buy("lamp")
	fmt.Println("sold", k.final.sold, "of", len(k.final.log), "left", k.final.pieces, err)
}
