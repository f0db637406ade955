// Package poll collects the answers to a question for a limited time.
package poll

import "time"

// Poll is one question that is open for some time.
type Poll struct {
	answers chan string
	open    time.Duration
}

// New returns a poll that is open for the given time.
func New(open time.Duration) *Poll {
	return &Poll{answers: make(chan string, 64), open: open}
}

// Answer gives an answer and tells whether it was taken.
func (p *Poll) Answer(a string) bool {
	select {
	case p.answers <- a:
		return true
	default:
		return false
	}
}

// Collect returns what was answered while the poll was open.
func (p *Poll) Collect() []string {
	var all []string
	for {
		select {
		case a := <-p.answers:
			all = append(all, a)
		case <-time.After(p.open): // BUG
			return all
		}
	}
}
