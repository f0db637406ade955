package main

import (
	"fmt"
	"math/rand"
	"sync"
	"time"
)

type miner struct {
	id    int
	found int
}

// dig works until the whistle blows.
func (m *miner) dig(whistle <-chan time.Time, gold chan<- int) {
	rnd := rand.New(rand.NewSource(int64(m.id)))
	for {
		select {
		case <-whistle:
			return
		default:
		}
		time.Sleep(100 * time.Microsecond)
		if rnd.Intn(10) > 6 {
			m.found++
			select {
			case gold <- m.id:
			default: // the cart is full
			}
		}
	}
}

func main() {
	gold := make(chan int, 10)
	var wg sync.WaitGroup
	team := []miner{{id: 1}, {id: 2}, {id: 3}}
	for i := range team {
		m := &team[i]
		wg.Go(func() { m.dig(time.After(10*time.Millisecond), gold) })
	}
	wg.Wait()
	close(gold)
	sum := 0
	for _, m := range team {
		sum += m.found
	}
	cart := 0
	for range gold {
		cart++
	}
	fmt.Println(cart <= sum, cart <= cap(gold))
}
