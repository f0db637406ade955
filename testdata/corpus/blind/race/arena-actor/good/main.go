package main

import (
	"context"
	"fmt"
	"sync"

	"blind/race/arena-actor/good/world"
)

func bot(s *server, name string, steps int) {
	if !s.join(name) {
		return
	}
	for i := range steps {
		d := world.Vec{X: 1}
		if i%2 == 1 {
			d = world.Vec{Y: 1}
		}
		s.tell(moveMsg{name, d})
		if v, ok := s.view(); ok && i%5 == 0 {
			v.Players[0].Score = 0 // ours, a copy
		}
	}
	if name == "zoe" {
		s.tell(leaveMsg{name})
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	s := newServer(10)
	go s.run(ctx)
	var wg sync.WaitGroup
	for _, n := range []string{"ann", "bob", "zoe"} {
		wg.Go(func() { bot(s, n, 18) })
	}
	wg.Wait()
	cancel()
	<-s.ended
	sum := 0
	for _, p := range s.final.Players {
		sum += p.Score
	}
	fmt.Println(len(s.final.Players), s.final.Coins, sum > 0, s.join("late"))
}
