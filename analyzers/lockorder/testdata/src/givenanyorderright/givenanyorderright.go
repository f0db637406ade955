// Package givenanyorderright hands two accounts to a function of its own, and keeps an order, or others out.
package givenanyorderright

import (
	"net/http"
	"slices"
	"sync"
)

type account struct {
	id      int
	mu      sync.Mutex
	balance int
}

type service struct {
	mu       sync.Mutex
	accounts map[string]*account
	fees     *account
}

// ordered puts the smaller number first.
func (s *service) ordered(w http.ResponseWriter, r *http.Request) {
	from, to := s.accounts[r.FormValue("from")], s.accounts[r.FormValue("to")]
	if from.id < to.id {
		move(from, to, 1)
	} else {
		move(to, from, -1)
	}
}

func move(from, to *account, n int) {
	from.mu.Lock()
	defer from.mu.Unlock()
	to.mu.Lock()
	defer to.mu.Unlock()
	from.balance -= n
	to.balance += n
}

// sorted sorts the names.
func (s *service) sorted(w http.ResponseWriter, r *http.Request) {
	names := []string{r.FormValue("from"), r.FormValue("to")}
	slices.Sort(names)
	join(s.accounts[names[0]], s.accounts[names[1]])
}

func join(one, other *account) {
	one.mu.Lock()
	defer one.mu.Unlock()
	other.mu.Lock()
	defer other.mu.Unlock()
	one.balance += other.balance
}

// alone lets one request at a time through.
func (s *service) alone(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	swap(s.accounts[r.FormValue("from")], s.accounts[r.FormValue("to")])
}

func swap(one, other *account) {
	one.mu.Lock()
	defer one.mu.Unlock()
	other.mu.Lock()
	defer other.mu.Unlock()
	one.balance, other.balance = other.balance, one.balance
}

// charge moves a fee to an account that never gives anything.
func (s *service) charge(w http.ResponseWriter, r *http.Request) {
	pay(s.accounts[r.FormValue("from")], s.fees)
}

func pay(from, fees *account) {
	from.mu.Lock()
	defer from.mu.Unlock()
	fees.mu.Lock()
	defer fees.mu.Unlock()
	from.balance--
	fees.balance++
}

// worker is the one goroutine that moves money.
func (s *service) worker(orders <-chan [2]string) {
	for order := range orders {
		carry(s.accounts[order[0]], s.accounts[order[1]])
	}
}

func carry(from, to *account) {
	from.mu.Lock()
	defer from.mu.Unlock()
	to.mu.Lock()
	defer to.mu.Unlock()
	from.balance--
	to.balance++
}
