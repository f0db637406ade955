package main

import (
	"fmt"
	"hash/fnv"
	"sync"
)

const shards = 4

type track struct {
	title string
	plays int
}

// shelf holds the tracks whose room hashes to it.
type shelf struct {
	mu     sync.Mutex
	tracks map[string]*track
}

type Guide struct {
	shelves [shards]*shelf
	statMu  sync.Mutex
	visits  int
}

func NewGuide(rooms map[string]string) *Guide {
	g := &Guide{}
	for i := range g.shelves {
		g.shelves[i] = &shelf{tracks: map[string]*track{}}
	}
	for room, title := range rooms {
		g.shelf(room).tracks[room] = &track{title: title}
	}
	return g
}

func (g *Guide) shelf(room string) *shelf {
	h := fnv.New32a()
	h.Write([]byte(room))
	return g.shelves[h.Sum32()%shards]
}

func (g *Guide) Play(room string) (string, bool) {
	g.statMu.Lock()
	g.visits++
	g.statMu.Unlock()

	sh := g.shelf(room)
	sh.mu.Lock()
	defer sh.mu.Unlock()
	t, ok := sh.tracks[room]
	if !ok {
		return "", false
	}
	t.plays++ // BUG: wrong-mutex
	return t.title, true
}

// Popular returns how often tracks were heard in all rooms.
func (g *Guide) Popular() (total int) {
	g.statMu.Lock()
	defer g.statMu.Unlock()
	for _, sh := range g.shelves {
		for _, t := range sh.tracks {
			total += t.plays // BUG: wrong-mutex
		}
	}
	return total
}

func main() {
	g := NewGuide(map[string]string{
		"1": "The bog bodies", "2": "Amber", "3": "Flint", "4": "Ships",
	})
	var wg sync.WaitGroup
	for v := range 6 {
		wg.Add(1)
		go func() { // BUG: wrong-mutex
			defer wg.Done()
			for r := range 40 {
				g.Play(fmt.Sprint(1 + (v+r)%4))
				if r%10 == 9 && v == 0 {
					_ = g.Popular()
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println("plays:", g.Popular(), "visits:", g.visits)
}
