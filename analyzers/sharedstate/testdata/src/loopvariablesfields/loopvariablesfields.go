//go:build go1.21

// Package loopvariablesfields is as old as go 1.21, and loops over the fields of structs.
package loopvariablesfields

import "sync"

type job struct{ name string }

type pool struct {
	wg   sync.WaitGroup
	jobs []*job
	done map[string]func(*job)
}

func (p *pool) run(j *job) { p.done[j.name](j) }

func (p *pool) all() {
	for _, j := range p.jobs {
		p.wg.Add(1)
		go func() {
			defer p.wg.Done()
			p.run(j) // want `data race: loop variable j captured by func literal.*\(loop-variable\)`
		}()
	}
	p.wg.Wait()
}

// Each turn has a copy.
func (p *pool) copied() {
	for _, j := range p.jobs {
		j := j
		p.wg.Add(1)
		go func() {
			defer p.wg.Done()
			p.run(j)
		}()
	}
	p.wg.Wait()
}

// A method value is bound to the object of its turn.
func (p *pool) bound() {
	for _, j := range p.jobs {
		go p.run(j)
	}
}
