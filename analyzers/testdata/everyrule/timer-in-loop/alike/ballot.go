// Package ballot collects the votes that come in before the ballot ends.
package ballot

import "time"

// Ballot is a ballot that ends some time after its count begins.
type Ballot struct {
	votes chan string
	open  time.Duration
}

// New returns a ballot that is open for the given time.
func New(open time.Duration) *Ballot {
	return &Ballot{votes: make(chan string, 64), open: open}
}

// Vote votes for a candidate and tells whether the vote was taken.
func (b *Ballot) Vote(candidate string) bool {
	select {
	case b.votes <- candidate:
		return true
	default:
		return false
	}
}

// Count counts the votes until the ballot ends.
func (b *Ballot) Count() map[string]int {
	count := make(map[string]int)
	end := time.Now().Add(b.open)
	for {
		select {
		case c := <-b.votes:
			count[c]++
		case <-time.After(time.Until(end)):
			return count
		}
	}
}
