package printer

import (
	"fmt"
	"io"
	"sync"
)

// Printer prints one document at a time.
type Printer struct {
	w    io.Writer
	busy sync.Mutex
	jobs sync.WaitGroup
	done int // guarded by busy
}

func New(w io.Writer) *Printer { return &Printer{w: w} }

// Print waits until the printer is free and returns when printing has
// begun; pages must not be changed before Wait returns.
func (p *Printer) Print(pages ...string) {
	p.busy.Lock()
	p.jobs.Add(1)
	go func() {
		defer p.jobs.Done()
		defer p.busy.Unlock()
		for i, pg := range pages {
			fmt.Fprintf(p.w, "%d: %s\n", i+1, pg)
		}
		p.done++
	}()
}

// Wait waits for all documents and counts them.
func (p *Printer) Wait() int {
	p.jobs.Wait()
	p.busy.Lock()
	defer p.busy.Unlock()
	return p.done
}
