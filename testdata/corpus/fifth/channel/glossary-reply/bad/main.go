package main

import (
	"errors"
	"fmt"
	"os"
	"sync"

	"fifth/channel/glossary-reply/bad/server"
)

type edit struct {
	term, value string
}

func apply(c server.Client, es []edit) (changed int) {
	for _, e := range es {
		if e.value == "" {
			if err := c.Drop(e.term); err == nil { // BUG: recv-no-sender
				changed++
			} else if !errors.Is(err, server.ErrMissing) {
				fmt.Fprintln(os.Stderr, err)
			}
			continue
		}
		old, err := c.Put(e.term, e.value)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		if old != e.value {
			changed++
		}
	}
	return changed
}

func main() {
	s := server.Start("Door", "dør", "Window", "vindue", "Roof", "tag")
	editors := [][]edit{
		{{"door", "port"}, {"roof", ""}},
		{{"wall", "væg"}, {"chimney", ""}},
	}
	changes := make([]int, len(editors))
	var wg sync.WaitGroup
	for i, es := range editors {
		wg.Go(func() { changes[i] = apply(s.Client(), es) })
	}
	wg.Wait()
	v, err := s.Client().Get("Wall")
	fmt.Println(changes, v, err, s.Stop())
}
