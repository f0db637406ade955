// Package poll runs an election.
package poll

import "sync"

type result struct {
	votes map[string]int
}

// An Election has several polling stations.
type Election struct {
	result
	stations [][]string
	wg       sync.WaitGroup
}

// New returns an election with the ballots of each station.
func New(stations ...[]string) *Election {
	e := &Election{stations: stations}
	e.votes = make(map[string]int)
	return e
}

func (e *Election) count(ballots []string) {
	for _, b := range ballots {
		e.votes[b]++ // BUG
	}
}

// Run counts all stations and returns the votes of one candidate.
func (e *Election) Run(candidate string) int {
	for _, ballots := range e.stations {
		e.wg.Go(func() { e.count(ballots) })
	}
	e.wg.Wait()
	return e.votes[candidate]
}
