// Package givenanyorder hands two accounts to a function of its own in the order in which others name them.
package givenanyorder

import (
	"net/http"
	"sync"
)

type account struct {
	mu      sync.Mutex
	balance int
}

type service struct {
	accounts map[string]*account
}

// transfers serves requests, each in a goroutine of its own.
func (s *service) transfers(w http.ResponseWriter, r *http.Request) {
	from, ok := s.accounts[r.FormValue("from")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	move(from, s.accounts[r.FormValue("to")], 1)
}

func move(from, to *account, n int) {
	from.mu.Lock()
	defer from.mu.Unlock()
	to.mu.Lock() // want `likely deadlock: move locks .*\(lock-order-instances\)`
	defer to.mu.Unlock()
	from.balance -= n
	to.balance += n
}

// Bank finds accounts by a method.
type Bank struct {
	mu       sync.Mutex
	accounts map[int]*account
}

func (b *Bank) account(id int) *account {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.accounts[id]
}

func (b *Bank) Swap(x, y int) {
	swap(b.account(x), b.account(y))
}

func swap(one, other *account) {
	one.mu.Lock()
	defer one.mu.Unlock()
	other.mu.Lock() // want `likely deadlock: swap locks .*\(lock-order-instances\)`
	defer other.mu.Unlock()
	one.balance, other.balance = other.balance, one.balance
}
