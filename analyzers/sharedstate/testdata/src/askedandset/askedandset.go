// Package askedandset asks an object and tells it what follows, in two critical sections.
package askedandset

import "sync"

type Account struct {
	mu  sync.Mutex
	sum int
}

func (a *Account) Balance() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.sum
}

func (a *Account) SetBalance(sum int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.sum = sum // related `^it is changed here \(check-then-act\)$`
}

func (a *Account) Deposit(amount int) {
	a.SetBalance(a.Balance() + amount) // related `^the old value is read here \(check-then-act\)$` // want `likely lost update: Deposit computes from what Balance returns what it gives to SetBalance, each under its own lock of mu; what another goroutine does in between is lost \(check-then-act\)`
}

// Report only asks, twice.
func (a *Account) Report() int { return a.Balance() + a.Balance() }

// Copy brings the balance of one account to another.
func (a *Account) Copy(from *Account) { a.SetBalance(from.Balance() + 0) }

type Hall struct {
	mu    sync.Mutex
	taken map[int]string
}

func (h *Hall) Free(seat int) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.taken[seat] == ""
}

func (h *Hall) Take(seat int, name string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.taken[seat] = name // related `^it is changed here \(check-then-act\)$`
}

func (h *Hall) Book(seat int, name string) bool {
	if h.Free(seat) { // related `^the decision is made here \(check-then-act\)$`
		h.Take(seat, name) // want `likely lost decision: Book asks Free and then calls Take.* \(check-then-act\)`
		return true
	}
	return false
}

// A Cache computes twice at worst.
type Cache struct {
	mu   sync.Mutex
	made map[string]int
}

func (c *Cache) get(key string) (int, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	n, ok := c.made[key]
	return n, ok
}

func (c *Cache) put(key string, n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.made[key] = n
}

func (c *Cache) Length(key string) int {
	if n, ok := c.get(key); ok {
		return n
	}
	c.put(key, len(key))
	return len(key)
}

// A Till takes turns with a second lock.
type Till struct {
	turn sync.Mutex
	Account
}

func (t *Till) Deposit(amount int) {
	t.turn.Lock()
	defer t.turn.Unlock()
	t.SetBalance(t.Balance() + amount)
}

// A Coupon can be used some times.
type Coupon struct {
	code string
	left int
}

// A Store keeps coupons by their code, and gives copies.
type Store struct {
	mu     sync.Mutex
	byCode map[string]Coupon
}

func (s *Store) Get(code string) (Coupon, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, ok := s.byCode[code]
	return c, ok
}

func (s *Store) Put(c Coupon) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.byCode[c.code] = c // related `^it is changed here \(check-then-act\)$`
}

// Redeem changes its copy and puts it back.
func (s *Store) Redeem(code string) bool {
	c, ok := s.Get(code) // related `^the old value is read here \(check-then-act\)$`
	if !ok || c.left == 0 {
		return false
	}
	c.left--
	s.Put(c) // want `likely lost update: Redeem computes from what Get returns what it gives to Put, each under its own lock of mu; what another goroutine does in between is lost \(check-then-act\)`
	return true
}

// Rename puts a new coupon in, whatever the old one was.
func (s *Store) Rename(code string) {
	c, ok := s.Get(code)
	if !ok {
		c.left = 10
	}
	c.code = code + "!"
	s.Put(c)
}
