package bank

import (
	"errors"
	"fmt"
	"sync"
	"testing"
)

func TestTransferMovesMoney(t *testing.T) {
	anna, ben := Open(1, "Anna", 100), Open(2, "Ben", 50)
	bank := &Bank{Journal: quiet{}}
	if err := bank.Transfer(anna, ben, 30); err != nil {
		t.Fatal(err)
	}
	if err := bank.Transfer(ben, anna, 5); err != nil {
		t.Fatal(err)
	}
	if anna.Balance() != 75 || ben.Balance() != 75 {
		t.Errorf("after 30 there and 5 back: Anna has %d, Ben has %d; want 75 and 75", anna.Balance(), ben.Balance())
	}
	if err := bank.Transfer(anna, ben, 1000); !errors.Is(err, ErrNoMoney) {
		t.Errorf("1000 from an account with 75: error %v, want ErrNoMoney", err)
	}
	if err := bank.Transfer(anna, anna, 1); !errors.Is(err, ErrSameAccount) {
		t.Errorf("from Anna to Anna: error %v, want ErrSameAccount", err)
	}
	if anna.Balance() != 75 || ben.Balance() != 75 {
		t.Errorf("after two refused transfers: Anna has %d, Ben has %d; want 75 and 75", anna.Balance(), ben.Balance())
	}
}

// Somebody looks at Anna's account and then at Ben's, in the middle of a
// transfer. Money that has left the one must have reached the other.
func TestNobodySeesMoneyMissing(t *testing.T) {
	anna, ben := Open(1, "Anna", 100), Open(2, "Ben", 0)
	others := inTransfer()
	ofBen := make(chan int, 1)
	release, noted := make(chan struct{}), make(chan struct{})
	var running sync.WaitGroup
	first := true
	bank := &Bank{Journal: journal(func(*Account, int) {
		if !first {
			return
		}
		first = false
		defer close(noted)
		// Somebody takes Ben's account, or waits for it, from the first note on.
		id := make(chan string)
		running.Go(func() {
			id <- goroutineID()
			ben.mu.Lock()
			ofBen <- ben.balance
			<-release
			ben.mu.Unlock()
		})
		untilWaiting(<-id)
	})}
	transferred := make(chan struct{})
	running.Go(func() {
		defer close(transferred)
		if err := bank.Transfer(anna, ben, 30); err != nil {
			t.Error(err)
		}
	})
	select {
	case <-noted:
	case <-transferred:
	}
	// From here on the transfer waits for Ben's account, or has ended.
	others.untilAllWait(transferred)

	ofAnna, id := make(chan int, 1), make(chan string)
	running.Go(func() {
		id <- goroutineID()
		ofAnna <- anna.Balance()
	})
	untilWaiting(<-id) // or ended
	select {
	case a := <-ofAnna:
		if b := <-ofBen; a+b != 100 {
			t.Errorf("in the middle of Transfer(anna, ben, 30) Anna has %d and Ben has %d: %d of 100 are nowhere", a, b, 100-a-b)
		}
	default: // Anna's account is still locked
	}
	close(release)
	running.Wait()
	if anna.Balance() != 70 || ben.Balance() != 30 {
		t.Errorf("Anna has %d and Ben has %d, want 70 and 30", anna.Balance(), ben.Balance())
	}
}

// Anna pays Ben and Ben pays Anna at the same moment. The journal holds each of
// them up at its first note until the other is there too, or waits for a lock.
func TestOppositeTransfersBothEnd(t *testing.T) {
	anna, ben := Open(1, "Anna", 100), Open(2, "Ben", 100)
	others := inTransfer()
	bank := &Bank{Journal: &meeting{others: others}}

	var transfers sync.WaitGroup
	transfers.Go(func() {
		if err := bank.Transfer(anna, ben, 30); err != nil {
			t.Error(err)
		}
	})
	transfers.Go(func() {
		if err := bank.Transfer(ben, anna, 5); err != nil {
			t.Error(err)
		}
	})
	if verdict := others.watch(&transfers); verdict != "" {
		t.Fatalf("Transfer(anna, ben, 30) and Transfer(ben, anna, 5) began at the same moment.\n%s", verdict)
	}
	if anna.Balance() != 75 || ben.Balance() != 125 {
		t.Errorf("Anna has %d and Ben has %d, want 75 and 125", anna.Balance(), ben.Balance())
	}
}

// Transfers that share no account have nothing to wait for.
func TestStrangersDoNotWait(t *testing.T) {
	anna, ben, cleo, dan := Open(1, "Anna", 10), Open(2, "Ben", 10), Open(3, "Cleo", 10), Open(4, "Dan", 10)
	others := inTransfer()
	meeting := &meeting{others: others}
	bank := &Bank{Journal: meeting}
	if err := bank.Execute([]Order{
		{From: anna, To: ben, Amount: 1},
		{From: cleo, To: dan, Amount: 1},
	}); err != nil {
		t.Fatal(err)
	}
	if reason := meeting.missed(); reason != "" {
		t.Errorf("Transfer(anna, ben, 1) and Transfer(cleo, dan, 1) share no account, and yet %s", reason)
	}
}

// Many orders in a ring, all at once.
func TestManyOrders(t *testing.T) {
	const n, each = 5, 40
	var accounts []*Account
	for i := range n {
		accounts = append(accounts, Open(i+1, fmt.Sprintf("customer %d", i+1), 1000))
	}
	var orders []Order
	for range each {
		for i := range n {
			orders = append(orders, Order{accounts[i], accounts[(i+1)%n], 1 + i})
		}
	}
	bank := &Bank{Journal: quiet{}}
	others := inTransfer()
	var done sync.WaitGroup
	done.Go(func() {
		if err := bank.Execute(orders); err != nil {
			t.Error(err)
		}
	})
	if verdict := others.watch(&done); verdict != "" {
		t.Fatalf("%d orders in a ring of %d accounts began at once.\n%s", len(orders), n, verdict)
	}
	total := 0
	for _, a := range accounts {
		total += a.Balance()
	}
	if total != n*1000 {
		t.Errorf("the bank held %d before and holds %d after", n*1000, total)
	}
}
