// Package handedcontent hands out slices and maps that a map holds.
package handedcontent

import (
	"maps"
	"slices"
	"sync"
)

// A Directory may be used from several goroutines at once.
type Directory struct {
	mu    sync.RWMutex
	teams map[string][]string
}

// Join adds a person to a team.
func (d *Directory) Join(team, person string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.teams[team] = append(d.teams[team], person)
}

// Leave removes a person from a team.
func (d *Directory) Leave(team, person string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if i := slices.Index(d.teams[team], person); i >= 0 {
		d.teams[team] = slices.Delete(d.teams[team], i, i+1)
	}
}

// Members lists the people of a team.
func (d *Directory) Members(team string) []string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.teams[team] // want `^likely data race: Members returns a slice that d.teams holds, not a copy; whoever reads it does so without d.mu, which Leave holds when it changes it \(guarded-escape\)`
}

// Sorted lists the people of a team, by name.
func (d *Directory) Sorted(team string) []string {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return slices.Sorted(slices.Values(d.teams[team]))
}

// Dissolve removes a team and returns its people: they are nobody else's now.
func (d *Directory) Dissolve(team string) []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	people := d.teams[team]
	delete(d.teams, team)
	return people
}

// A Log only grows: what was there stays as it is.
type Log struct {
	mu    sync.Mutex
	lines map[string][]string
}

// Write adds a line.
func (l *Log) Write(name, line string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines[name] = append(l.lines[name], line)
}

// Lines returns the lines that there are.
func (l *Log) Lines(name string) []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.lines[name]
}

// Prices are kept for each shop.
type Prices struct {
	mu    sync.Mutex
	shops map[string]map[string]int
}

// Set sets a price.
func (p *Prices) Set(shop, item string, cents int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shops[shop] == nil {
		p.shops[shop] = make(map[string]int)
	}
	p.shops[shop][item] = cents
}

// Of returns the prices of a shop.
func (p *Prices) Of(shop string) (map[string]int, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	prices, ok := p.shops[shop]
	return prices, ok // want `^likely data race: Of returns a map that p.shops holds, not a copy; .* which Set holds when it changes it \(guarded-escape\)`
}

// Copy returns the prices of a shop as they are now.
func (p *Prices) Copy(shop string) map[string]int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return maps.Clone(p.shops[shop])
}

// Versions replaces a table as a whole and never changes one.
type Versions struct {
	mu     sync.Mutex
	tables map[string][]int
}

// Replace puts a new table in the place of the old one.
func (v *Versions) Replace(name string, n int) {
	v.mu.Lock()
	defer v.mu.Unlock()
	table := make([]int, 0, n)
	for i := range n {
		table = append(table, i)
	}
	v.tables[name] = table
}

// Table returns the table as it is now.
func (v *Versions) Table(name string) []int {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.tables[name]
}
