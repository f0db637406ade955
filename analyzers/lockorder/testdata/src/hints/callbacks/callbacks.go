// Package callbacks calls what others have registered while it holds its lock.
package callbacks

import "sync"

type Topic struct {
	mu        sync.Mutex
	listeners []func(string)
}

func (t *Topic) Subscribe(f func(string)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.listeners = append(t.listeners, f)
}

func (t *Topic) Publish(text string) {
	t.mu.Lock() // related `^the lock is taken here \(callback-under-lock\)$`
	defer t.mu.Unlock()
	for _, f := range t.listeners {
		f(text) // want `Publish calls t.listeners, a function that it does not know, while it holds t.mu: if that function needs the lock too, both wait for ever \(callback-under-lock\)`
	}
}

type Account struct {
	mu       sync.RWMutex
	balance  int
	OnChange func(balance int)
}

func (a *Account) Deposit(n int) {
	a.mu.Lock()
	a.balance += n
	a.changed()
	a.mu.Unlock()
}

// changed needs a.mu.
func (a *Account) changed() {
	if a.OnChange != nil {
		a.OnChange(a.balance) // want `changed calls a.OnChange, a function that it does not know, while it holds a.mu.*\(callback-under-lock\)`
	}
}
