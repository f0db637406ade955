// Package directory records which people belong to which team.
package directory

import (
	"slices"
	"sync"
)

// Directory may be used from several goroutines at once.
type Directory struct {
	mu    sync.RWMutex
	teams map[string][]string
}

func New() *Directory {
	return &Directory{teams: make(map[string][]string)}
}

// Join adds person to team unless already there.
func (d *Directory) Join(team, person string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !slices.Contains(d.teams[team], person) {
		d.teams[team] = append(d.teams[team], person)
	}
}

// Leave removes person from team.
func (d *Directory) Leave(team, person string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	i := slices.Index(d.teams[team], person)
	if i < 0 {
		return false
	}
	d.teams[team] = slices.Delete(d.teams[team], i, i+1)
	return true
}

// Members lists the people of a team.
func (d *Directory) Members(team string) []string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.teams[team] // BUG: guarded-escape
}

// Size counts all memberships.
func (d *Directory) Size() (n int) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, t := range d.teams {
		n += len(t)
	}
	return n
}
