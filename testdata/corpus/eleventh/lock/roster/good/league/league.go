// Package league administers the teams of a sports league.
package league

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// League may be used from several goroutines.
type League struct {
	name string

	mu    sync.RWMutex
	teams map[string][]string
}

func New(name string) *League {
	return &League{name: name, teams: make(map[string][]string)}
}

// Sign adds a player to a team, which is founded if need be.
func (l *League) Sign(team, player string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !slices.Contains(l.teams[team], player) {
		l.teams[team] = append(l.teams[team], player)
	}
}

// Release removes a player from a team.
func (l *League) Release(team, player string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.teams[team] = slices.DeleteFunc(l.teams[team], func(p string) bool { return p == player })
}

// Size returns the number of players of a team.
func (l *League) Size(team string) int {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return len(l.teams[team])
}

// Summary describes the league in a few lines.
func (l *League) Summary() string {
	l.mu.RLock()
	defer l.mu.RUnlock()
	names := make([]string, 0, len(l.teams))
	for team := range l.teams {
		names = append(names, team)
	}
	slices.Sort(names)

	var sb strings.Builder
	fmt.Fprintf(&sb, "%s, %d teams\n", l.name, len(names))
	for _, team := range names {
		fmt.Fprintf(&sb, "  %-10s %3d players\n", team, len(l.teams[team]))
	}
	return sb.String()
}
