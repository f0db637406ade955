// Package poll counts votes.
package poll

import (
	"fmt"
	"maps"
	"sync"
)

// A Poll counts votes for several options. Many visitors vote at once.
type Poll struct {
	mu     sync.Mutex // guards votes and voters
	votes  map[string]int
	voters int
}

// New returns a poll without votes.
func New() *Poll {
	return &Poll{votes: make(map[string]int)}
}

// Vote counts one vote.
func (p Poll) Vote(option string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.votes[option]++
	p.voters++
}

// Result returns how many voters there were, and the votes for each option.
func (p Poll) Result() (voters int, votes map[string]int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.voters, maps.Clone(p.votes)
}

// Count counts ballots, all of them at once, and shows a line on the screen
// meanwhile.
func (p *Poll) Count(ballots []string, show func(line string)) {
	var work sync.WaitGroup
	for _, option := range ballots {
		work.Go(func() { p.Vote(option) })
	}
	work.Go(func() {
		voters, _ := p.Result()
		show(fmt.Sprintf("%d people have voted", voters))
	})
	work.Wait()
}
