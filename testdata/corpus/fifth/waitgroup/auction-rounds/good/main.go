package main

import (
	"fmt"
	"sync"
)

type team struct {
	name   string
	limit  int
	step   int
	offer  int
	inGame bool
}

func (t *team) think(high int) {
	if high+t.step > t.limit {
		t.inGame = false
		return
	}
	t.offer = high + t.step
}

type sale struct {
	teams []*team
	high  int
	by    string
}

// rounds goes on until nobody raises. Between the rounds only this goroutine runs.
func (s *sale) rounds() int {
	var wg sync.WaitGroup
	for n := 0; ; n++ {
		for _, t := range s.teams {
			if !t.inGame || t.name == s.by {
				continue
			}
			wg.Add(1)
			go func() {
				defer wg.Done()
				t.think(s.high)
			}()
		}
		wg.Wait()
		raised := false
		for _, t := range s.teams {
			if t.inGame && t.offer > s.high {
				s.high, s.by, raised = t.offer, t.name, true
			}
		}
		if !raised {
			return n
		}
	}
}

func main() {
	s := &sale{teams: []*team{
		{name: "louvre", limit: 90, step: 7, inGame: true},
		{name: "prado", limit: 120, step: 3, inGame: true},
		{name: "uffizi", limit: 75, step: 10, inGame: true},
	}}
	n := s.rounds()
	fmt.Println(n, "rounds,", s.by, s.high)
}
