// Package escapesnot hands out what nobody changes any more.
package escapesnot

import (
	"maps"
	"slices"
	"sync"
)

type Registry struct {
	mu    sync.Mutex
	users map[string]string
	log   []string
	names []string
}

func (r *Registry) Add(name, mail string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.users[name] = mail
	r.log = append(r.log, name)
	names := slices.Clone(r.names)
	names = append(names, name)
	slices.Sort(names)
	r.names = names
}

// Users copies.
func (r *Registry) Users() map[string]string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return maps.Clone(r.users)
}

// Mail answers instead of handing out.
func (r *Registry) Mail(name string) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.users[name]
}

// Flush gives the map away and keeps a new one.
func (r *Registry) Flush() map[string]string {
	r.mu.Lock()
	defer r.mu.Unlock()
	users := r.users
	r.users = make(map[string]string)
	return users
}

// Drain gives the slice away under the lock.
func (r *Registry) Drain() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	log := r.log
	r.log = nil
	return log
}

// Names hands out a slice that is replaced as a whole and never changed.
func (r *Registry) Names() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.names
}

// usersLocked needs r.mu.
func (r *Registry) usersLocked() map[string]string { return r.users }

func (r *Registry) Count() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.usersLocked())
}
