// Package mismatched gives locks back by the wrong method.
package mismatched

import "sync"

type stock struct {
	sync.RWMutex
	cans map[string]int
}

type Machine struct {
	stock stock
	shops []*stock
}

func (m *Machine) Count(kind string) int {
	m.stock.RLock() // related `the lock is taken here`
	n := m.stock.cans[kind]
	m.stock.Unlock() // want `^panic: Count takes the lock with RLock and gives it back with Unlock, which ends the program; RUnlock was meant \(unlock-of-unlocked\)$`
	return n
}

func (m *Machine) Fill(kind string, n int) {
	m.stock.Lock()          // related `the lock is taken here`
	defer m.stock.RUnlock() // want `Fill takes the lock with Lock and gives it back with RUnlock, .* Unlock was meant \(unlock-of-unlocked\)$`
	m.stock.cans[kind] += n
}

func (m *Machine) All(kind string) (n int) {
	for _, s := range m.shops {
		s.RLock() // related `the lock is taken here`
		n += s.cans[kind]
		s.Unlock() // want `All takes the lock with RLock .* \(unlock-of-unlocked\)$`
	}
	return n
}
