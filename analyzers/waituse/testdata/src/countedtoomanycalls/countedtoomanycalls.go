// Package countedtoomanycalls counts all and starts some, and nobody calls it here; beside it
// stands what counts out the others.
package countedtoomanycalls

import (
	"fmt"
	"sync"
)

type greeter struct{ wg sync.WaitGroup }

func GreetAll(names []string) {
	g := &greeter{}
	g.wg.Add(len(names))
	for _, name := range names {
		if name != "" {
			go g.greet(name)
		}
	}
	g.wg.Wait() // want `^likely deadlock: this Wait never ends: Add has counted more than there are calls of Done \(count-mismatch\)`
}

func (g *greeter) greet(name string) {
	defer g.wg.Done()
	fmt.Println("hello", name)
}

func GreetSome(names []string) {
	g := &greeter{}
	g.wg.Add(len(names))
	for _, name := range names {
		if name == "" {
			g.wg.Done()
			continue
		}
		go g.greet(name)
	}
	g.wg.Wait()
}
