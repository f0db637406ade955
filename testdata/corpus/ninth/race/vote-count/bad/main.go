package main

import (
	"fmt"
	"strings"
	"sync"
)

type Ballot struct {
	District string
	Choice   string
}

type Election struct {
	votes   map[string]int
	invalid int
}

func (e *Election) count(b Ballot) {
	var mu sync.Mutex // BUG: wrong-mutex, data-race
	mu.Lock()         // BUG: wrong-mutex, data-race, map-concurrent
	defer mu.Unlock()
	choice := strings.ToLower(strings.TrimSpace(b.Choice))
	if choice == "" {
		e.invalid++ // BUG: wrong-mutex, data-race
		return
	}
	e.votes[choice]++ // BUG: wrong-mutex, data-race, map-concurrent
}

func main() {
	boxes := map[string][]Ballot{}
	for i := 0; i < 90; i++ {
		d := fmt.Sprintf("district %d", i%3)
		b := Ballot{District: d, Choice: [...]string{"Oak", "elm ", "", "oak"}[i%4]}
		boxes[d] = append(boxes[d], b)
	}

	e := &Election{votes: make(map[string]int)}
	var wg sync.WaitGroup
	for _, box := range boxes {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for _, b := range box {
				e.count(b)
			}
		}()
	}
	wg.Wait()

	fmt.Println("oak", e.votes["oak"], "elm", e.votes["elm"], "invalid", e.invalid)
}
