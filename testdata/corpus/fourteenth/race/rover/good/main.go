package main

import (
	"fmt"
	"sync"
)

type order struct {
	rover  string
	dx, dy int
}

type point struct{ x, y int }

type terrain struct {
	mu sync.Mutex
	at map[string]point
}

func (t *terrain) shift(name string, dx, dy int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	p := t.at[name]
	t.at[name] = point{p.x + dx, p.y + dy}
}

func (t *terrain) where(name string) point {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.at[name]
}

func execute(script []order, t *terrain) string {
	var wg sync.WaitGroup
	var last string
	for _, o := range script {
		last = o.rover
		wg.Add(1)
		go func() {
			defer wg.Done()
			t.shift(o.rover, o.dx, o.dy)
		}()
	}
	wg.Wait()
	return last
}

func main() {
	t := &terrain{at: map[string]point{"hope": {}, "dune": {5, 5}}}
	var script []order
	for range 10 {
		script = append(script, order{"hope", 1, 0}, order{"dune", 0, -1}, order{"hope", 0, 2})
	}
	last := execute(script, t)
	fmt.Println("last order went to", last)
	fmt.Println(t.where("hope"), t.where("dune"))
}
