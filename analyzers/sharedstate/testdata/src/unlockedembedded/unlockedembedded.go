// Package unlockedembedded forgets promoted locks.
package unlockedembedded

import "sync"

type base struct {
	sync.Mutex
	name string
}

type User struct {
	base
	visits int
}

func (u *User) Visit() {
	u.Lock()
	defer u.Unlock()
	u.visits++
}

func (u *User) Rename(name string) {
	u.Lock()
	u.name = name
	u.Unlock()
}

func (u *User) Name() string {
	return u.name // want `Name reads u.*name without.*\(unlocked-field\)`
}
