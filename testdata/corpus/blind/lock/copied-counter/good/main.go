package main

import (
	"fmt"
	"sync"
)

type meter struct {
	mu    *sync.Mutex
	name  string
	reads *int
}

type panel struct {
	sync.Mutex
	lit map[string]bool
}

func (p *panel) light(name string) {
	p.Lock()
	defer p.Unlock()
	p.lit[name] = true
}

func main() {
	p := panel{lit: map[string]bool{}}
	n := 0
	shared := new(sync.Mutex)
	meters := []meter{{shared, "volt", &n}, {shared, "amp", &n}, {shared, "ohm", &n}}
	var wg sync.WaitGroup
	for _, m := range meters {
		wg.Go(func() {
			m.mu.Lock()
			*m.reads++
			m.mu.Unlock()
			p.light(m.name)
		})
	}
	wg.Wait()
	fmt.Println(n, len(p.lit))
}
