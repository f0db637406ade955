package main

import (
	"errors"
	"fmt"
	"sync"
)

type group struct {
	wg    sync.WaitGroup
	first chan error
	quit  chan struct{}
	once  sync.Once
}

func newGroup() *group {
	return &group{first: make(chan error, 1), quit: make(chan struct{})}
}

func (g *group) run(f func(quit <-chan struct{}) error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		err := f(g.quit)
		if err == nil {
			return
		}
		select {
		case g.first <- err:
		default: // not the first
		}
		g.once.Do(func() { close(g.quit) })
	}()
}

func (g *group) wait() error {
	g.wg.Wait()
	select {
	case err := <-g.first:
		return err
	default:
		return nil
	}
}

func main() {
	g := newGroup()
	for i := range 5 {
		g.run(func(quit <-chan struct{}) error {
			if i >= 3 {
				return errors.New("disk full")
			}
			<-quit
			return nil
		})
	}
	fmt.Println(g.wait())

	g = newGroup()
	g.run(func(<-chan struct{}) error { return nil })
	fmt.Println(g.wait())
}
