// Package roster knows who is in which team.
package roster

import (
	"slices"
	"sync"
)

type Team struct {
	mu      sync.RWMutex
	members []string
	tags    map[string]string
}

func NewTeam(members ...string) *Team {
	return &Team{members: slices.Clone(members), tags: make(map[string]string)}
}

// Rename changes the name of a member.
func (t *Team) Rename(old, name string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	i := slices.Index(t.members, old)
	if i < 0 {
		return false
	}
	t.members[i] = name // BUG: guarded-escape
	return true
}

// SetTag notes something about the team.
func (t *Team) SetTag(k, v string) {
	t.mu.Lock()
	t.tags[k] = v
	t.mu.Unlock()
}

// Members lists the members.
func (t *Team) Members() []string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.members // BUG: guarded-escape
}

// Tag returns one note.
func (t *Team) Tag(k string) string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.tags[k]
}
