package bank

import (
	"sync"
	"testing"
)

func TestTransfer(t *testing.T) {
	var b Bank
	accs := []*Account{b.Open(100), b.Open(50), b.Open(70)}
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() {
			for k := range 50 {
				from, to := accs[(i+k)%3], accs[(i+2*k+1)%3]
				if err := Transfer(from, to, k%9); err == ErrFunds {
					Equalize(from, to)
				}
			}
		})
	}
	wg.Wait()
	sum := 0
	for _, a := range accs {
		if a.Balance() < 0 {
			t.Errorf("account %d has debts", a.id)
		}
		sum += a.balance
	}
	if sum != 220 {
		t.Errorf("there are now %d coins", sum)
	}
}
