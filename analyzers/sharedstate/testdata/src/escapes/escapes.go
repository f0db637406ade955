// Package escapes returns the map that its lock guards.
package escapes

import "sync"

type Registry struct {
	mu    sync.Mutex
	users map[string]string
}

func (r *Registry) Add(name, mail string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.users[name] = mail
}

func (r *Registry) Users() map[string]string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.users // want `^likely data race: Users returns the map r.users itself, not a copy; whoever reads it does so without r.mu, which Add holds when it changes it \(guarded-escape\)`
}
