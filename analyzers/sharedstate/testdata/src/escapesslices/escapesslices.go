// Package escapesslices returns a slice whose elements a helper changes under the
// lock.
package escapesslices

import "sync"

type Board struct {
	mu     sync.RWMutex
	scores []int
}

// raise needs b.mu.
func (b *Board) raise(i, n int) { b.scores[i] += n }

func (b *Board) Score(i, n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.raise(i, n)
}

func (b *Board) Scores() []int {
	b.mu.RLock()
	scores := b.scores
	b.mu.RUnlock()
	return scores // want `likely data race: Scores returns the slice b.scores itself, not a copy.*\(guarded-escape\)`
}
