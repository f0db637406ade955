// Package embedding promotes locks and guarded fields through embedded structs.
package embedding

import "sync"

type base struct {
	sync.RWMutex
	name string
	tags []string
}

func (b *base) Rename(name string) {
	b.Lock()
	defer b.Unlock()
	b.name = name
}

type User struct {
	base
	mail string
}

func (u *User) Name() string {
	u.RLock()
	defer u.RUnlock()
	return u.name
}

func (u *User) SetMail(mail string) {
	u.Lock()
	u.mail = mail
	u.tags = append(u.tags, "mail")
	u.Unlock()
}

func (u *User) Mail() string {
	u.base.RLock()
	defer u.base.RUnlock()
	return u.mail
}

// Admin is two levels away from the lock.
type Admin struct {
	*User
	rights int
}

func (a *Admin) Grant(n int) {
	a.Lock()
	defer a.Unlock()
	a.rights |= n
	a.name = "admin " + a.name
}

func (a *Admin) Rights() int {
	a.User.RLock()
	defer a.User.RUnlock()
	return a.rights
}

// Registry guards what its elements hold by its own lock.
type Registry struct {
	mu    sync.Mutex
	users map[string]*entry
}

type entry struct{ visits int }

func (r *Registry) Visit(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	e := r.users[name]
	if e == nil {
		e = &entry{}
		r.users[name] = e
	}
	e.visits++
}

func (r *Registry) Visits(name string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	if e := r.users[name]; e != nil {
		return e.visits
	}
	return 0
}
