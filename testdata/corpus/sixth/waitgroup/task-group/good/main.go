package main

import (
	"fmt"
	"os"
	"sync"
	"time"
)

type task struct {
	id    int
	steps int
}

type group struct {
	wg   sync.WaitGroup
	mu   sync.Mutex
	done []int
}

func (g *group) begin() {
	g.wg.Add(1)
}

func (g *group) end(t task) {
	g.mu.Lock()
	g.done = append(g.done, t.id)
	g.mu.Unlock()
	g.wg.Done()
}

func (g *group) run(t task) {
	defer g.end(t)
	for range t.steps {
		time.Sleep(time.Millisecond)
	}
}

// spawn starts a task.
func (g *group) spawn(t task) {
	g.begin()
	go g.run(t)
}

func (g *group) finished() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return len(g.done)
}

func main() {
	g := &group{}
	for i := range 10 {
		g.spawn(task{i, i % 3})
	}
	g.wg.Wait()
	if n := g.finished(); n != 10 {
		fmt.Println("only", n, "tasks are finished")
		os.Exit(1)
	}
	fmt.Println("all finished")
}
