// Package embeddedlock guards its own field by a lock that it inherits: the
// read in Visits should be reported.
//
// Today: nothing, because the lock is not a sibling of the field but one struct
// further in.
package embeddedlock

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

func (u *User) Visits() int {
	return u.visits // want `Visits reads u.visits without.*\(unlocked-field\)`
}
