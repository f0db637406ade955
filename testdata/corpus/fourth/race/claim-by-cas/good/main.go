package main

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

const (
	free int32 = iota
	taken
	finished
)

// puzzle may be looked at by everybody, but answer and solver belong to the
// goroutine that took it until state is finished. Then they stay as they are.
type puzzle struct {
	text   string
	state  atomic.Int32
	answer string
	solver int
}

func (p *puzzle) solve(id int) bool {
	if !p.state.CompareAndSwap(free, taken) {
		return false
	}
	r := []rune(p.text)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	time.Sleep(time.Millisecond)
	p.answer = string(r)
	p.solver = id
	p.state.Store(finished)
	return true
}

func (p *puzzle) result() (string, bool) {
	if p.state.Load() != finished {
		return "", false
	}
	return p.answer, true
}

func main() {
	var puzzles []*puzzle
	for _, t := range strings.Fields("drawer stressed live pots gnat loop") {
		puzzles = append(puzzles, &puzzle{text: t})
	}

	var team sync.WaitGroup
	solved := make([]int, 3)
	for id := range solved {
		team.Go(func() {
			for _, p := range puzzles {
				if p.solve(id) {
					solved[id]++
				}
			}
		})
	}

	// watch them work
	for open := len(puzzles); open > 0; {
		open = 0
		for _, p := range puzzles {
			if _, ok := p.result(); !ok {
				open++
			}
		}
		time.Sleep(200 * time.Microsecond)
	}
	team.Wait()
	total := 0
	for _, n := range solved {
		total += n
	}
	for _, p := range puzzles {
		a, _ := p.result()
		fmt.Println(p.text, "->", a, p.solver >= 0)
	}
	fmt.Println(total, "solved")
}
