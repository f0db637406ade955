// Package onesubmitter closes channels on which only one goroutine sends, by its comments.
package onesubmitter

import (
	"errors"
	"sync"
)

var errClosed = errors.New("closed")

// jobs is what all spoolers share.
type jobs struct {
	mu     sync.Mutex
	next   int
	closed bool
}

func (j *jobs) number() (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed {
		return 0, errClosed
	}
	j.next++
	return j.next, nil
}

func (j *jobs) shut() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	was := j.closed
	j.closed = true
	return was
}

// A Spooler says so in its name for it.
type Spooler struct {
	jobs
	queue chan int
}

// Submit queues a job. One goroutine at a time may submit or close.
func (s *Spooler) Submit() error {
	n, err := s.number()
	if err == nil {
		s.queue <- n
	}
	return err
}

func (s *Spooler) Close() {
	if !s.shut() {
		close(s.queue)
	}
}

// A Printer says who calls it.
type Printer struct {
	jobs
	queue chan int
}

// Print queues a job. It is to be called by a single goroutine.
func (p *Printer) Print() error {
	n, err := p.number()
	if err == nil {
		p.queue <- n
	}
	return err
}

func (p *Printer) Close() {
	if !p.shut() {
		close(p.queue)
	}
}

// A Plotter says who may.
type Plotter struct {
	jobs
	queue chan int
}

// Plot queues a job.
func (p *Plotter) Plot() error {
	n, err := p.number()
	if err == nil {
		p.queue <- n
	}
	return err
}

// Close ends the queue. Only one goroutine may use the plotter.
func (p *Plotter) Close() {
	if !p.shut() {
		close(p.queue)
	}
}

// A Fax says nothing.
type Fax struct {
	jobs
	queue chan int
}

// Send queues a job.
func (f *Fax) Send() error {
	n, err := f.number()
	if err == nil {
		f.queue <- n
	}
	return err
}

// Close ends the queue.
func (f *Fax) Close() {
	if !f.shut() {
		close(f.queue) // want `likely panic: f.Close\(\) closes f.queue while f.Send\(\) still sends to it.* \(close-while-sending\)`
	}
}

// A Telex has one goroutine that prints, which says nothing of those who send.
type Telex struct {
	jobs
	queue chan int
}

// Send queues a job; only one goroutine can print at a time.
func (t *Telex) Send() error {
	n, err := t.number()
	if err == nil {
		t.queue <- n
	}
	return err
}

// Close ends the queue.
func (t *Telex) Close() {
	if !t.shut() {
		close(t.queue) // want `likely panic: t.Close\(\) closes t.queue while t.Send\(\) still sends to it.* \(close-while-sending\)`
	}
}
