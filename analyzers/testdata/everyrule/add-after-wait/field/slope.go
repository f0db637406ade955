// Package slope grooms the pistes of a ski resort by night.
package slope

import "sync"

const machines = 3

// Night is one night of work.
type Night struct {
	wg   sync.WaitGroup
	done chan struct{}
}

func (n *Night) watch() {
	n.wg.Wait() // BUG?
	close(n.done)
}

func (n *Night) groom(machine int, work func(machine int)) {
	defer n.wg.Done()
	work(machine)
}

// Groom starts all machines; the channel is closed when their work is done.
func Groom(work func(machine int)) <-chan struct{} {
	n := &Night{done: make(chan struct{})}
	go n.watch()
	for m := range machines {
		n.wg.Add(1) // BUG?
		go n.groom(m, work)
	}
	return n.done
}
