// Package turnkey is a registry of service endpoints. Callers that cannot
// wait give up with their context.
package turnkey

import (
	"context"
	"errors"
	"slices"
)

var ErrTaken = errors.New("turnkey: address already registered")

// Registry maps service names to addresses.
type Registry struct {
	key      chan struct{}
	services map[string][]string
	changes  int
}

func New() *Registry {
	r := &Registry{
		key:      make(chan struct{}, 1),
		services: make(map[string][]string),
	}
	r.key <- struct{}{}
	return r
}

func (r *Registry) enter(ctx context.Context) error {
	select {
	case <-r.key:
		return nil
	default:
	}
	select {
	case <-r.key:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (r *Registry) leave() { r.key <- struct{}{} }

// Register adds an address to a service.
func (r *Registry) Register(ctx context.Context, service, addr string) error {
	if err := r.enter(ctx); err != nil {
		return err
	}
	defer r.leave()
	if slices.Contains(r.services[service], addr) {
		return ErrTaken
	}
	r.services[service] = append(r.services[service], addr)
	r.changes++
	return nil
}

// Lookup returns the addresses of a service.
func (r *Registry) Lookup(ctx context.Context, service string) ([]string, error) {
	if err := r.enter(ctx); err != nil {
		return nil, err
	}
	defer r.leave()
	return slices.Clone(r.services[service]), nil
}

// Update calls f with the addresses of a service and stores what it returns.
// Other callers are kept out while f is running.
func (r *Registry) Update(ctx context.Context, service string, f func([]string) []string) error {
	if err := r.enter(ctx); err != nil {
		return err
	}
	defer r.leave()
	next := f(slices.Clone(r.services[service]))
	if len(next) == 0 {
		delete(r.services, service)
	} else {
		r.services[service] = slices.Clone(next)
	}
	r.changes++
	return nil
}

// Changes returns how often the registry has been modified.
func (r *Registry) Changes() int {
	<-r.key
	n := r.changes
	r.key <- struct{}{}
	return n
}
