package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

// board is only ever touched by the goroutine in loop.
type board struct {
	points map[string]int
	games  int
}

type Scores struct {
	ops  chan func(*board)
	done chan struct{}
}

func NewScores() *Scores {
	s := &Scores{ops: make(chan func(*board)), done: make(chan struct{})}
	go s.loop()
	return s
}

func (s *Scores) loop() {
	defer close(s.done)
	b := board{points: make(map[string]int)}
	for op := range s.ops {
		op(&b)
	}
}

// Win gives name three points.
func (s *Scores) Win(name string) {
	s.ops <- func(b *board) {
		b.points[name] += 3
		b.games++
	}
}

// Top returns the table, best first.
func (s *Scores) Top() string {
	var names []string
	var sb strings.Builder
	ready := make(chan struct{})
	s.ops <- func(b *board) {
		for n := range b.points {
			names = append(names, n)
		}
		sort.Slice(names, func(i, j int) bool {
			pi, pj := b.points[names[i]], b.points[names[j]]
			if pi != pj {
				return pi > pj
			}
			return names[i] < names[j]
		})
		for _, n := range names {
			fmt.Fprintf(&sb, "%s %d\n", n, b.points[n])
		}
		close(ready)
	}
	<-ready
	return sb.String()
}

// Games counts the games so far.
func (s *Scores) Games() int {
	reply := make(chan int, 1)
	s.ops <- func(b *board) { reply <- b.games }
	return <-reply
}

func (s *Scores) Stop() {
	close(s.ops)
	<-s.done
}

func main() {
	s := NewScores()
	var wg sync.WaitGroup
	for _, team := range []string{"red", "green", "blue"} {
		wg.Go(func() {
			for range len(team) {
				s.Win(team)
			}
		})
	}
	wg.Wait()
	fmt.Print(s.Top())
	fmt.Println(s.Games(), "games")
	s.Stop()
}
