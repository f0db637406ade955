package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"sync"
	"time"
)

func table(b *Board, id int, ms <-chan Match, wg *sync.WaitGroup) {
	defer wg.Done()
	r := rand.New(rand.NewPCG(uint64(id), 42))
	for m := range ms {
		res := m.Play(r)
		b.Add(res.A, res.PointsA)
		b.Add(res.B, res.PointsB)
	}
}

// display shows the leaders until stop is closed.
func display(b *Board, stop <-chan struct{}) {
	for {
		for i, s := range b.Top(3) { // BUG: unlocked-read
			fmt.Fprintln(os.Stderr, i+1, s)
		}
		select {
		case <-stop:
			return
		case <-time.After(time.Millisecond):
		}
	}
}

func main() {
	players := []string{"ann", "bob", "cleo", "dirk", "eva", "finn"}
	b := NewBoard()
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		display(b, stop)
	}()
	ms := make(chan Match)
	var wg sync.WaitGroup
	for id := range 3 {
		wg.Add(1)
		go table(b, id, ms, &wg)
	}
	for _, m := range pairings(players) {
		ms <- m
	}
	close(ms)
	wg.Wait()
	close(stop)
	<-stopped
	fmt.Println(b.Players(), "players,", len(b.Top(10)), "listed")
}
