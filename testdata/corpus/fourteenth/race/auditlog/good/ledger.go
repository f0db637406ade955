package auditlog

import (
	"slices"
	"sync"
)

// Entry is one posting on an account.
type Entry struct {
	ID      int
	Amount  int64
	Settled bool
}

// Ledger keeps the postings of every account.
type Ledger struct {
	mu     sync.RWMutex
	byAcct map[string][]Entry
	next   int
}

func New() *Ledger { return &Ledger{byAcct: map[string][]Entry{}} }

// Post adds an open entry and returns its number.
func (l *Ledger) Post(acct string, amount int64) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.next++
	l.byAcct[acct] = append(l.byAcct[acct], Entry{ID: l.next, Amount: amount})
	return l.next
}

// Settle marks one entry as paid.
func (l *Ledger) Settle(acct string, id int) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	rows := l.byAcct[acct]
	for i := range rows {
		if rows[i].ID == id {
			rows[i].Settled = true
			return true
		}
	}
	return false
}

// Entries lists the postings of an account, oldest first.
func (l *Ledger) Entries(acct string) []Entry {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return slices.Clone(l.byAcct[acct])
}

// Outstanding adds up what has not been paid.
func (l *Ledger) Outstanding(acct string) int64 {
	var sum int64
	for _, e := range l.Entries(acct) {
		if !e.Settled {
			sum += e.Amount
		}
	}
	return sum
}
