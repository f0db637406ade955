package bank

import (
	"net/http"
	"testing"
)

func TestStep1TransfersMoveMoney(t *testing.T) {
	o := open(t, &disk{}, 100, 50)
	for _, c := range []struct {
		request, body string
		code          int
		reply         string // "" is any
	}{
		{"POST /transfers", `{"from": 1, "to": 2, "amount": 30}`, http.StatusNoContent, ""},
		{"POST /transfers", `{"from": 2, "to": 1, "amount": 5}`, http.StatusNoContent, ""},
		{"POST /transfers", `{"from": 1, "to": 2, "amount": 1000}`, http.StatusConflict, ""},
		{"POST /transfers", `{"from": 1, "to": 1, "amount": 1}`, http.StatusBadRequest, ""},
		{"POST /transfers", `{"from": 1, "to": 2, "amount": -1}`, http.StatusBadRequest, ""},
		{"POST /transfers", `{"from": 1, "to": 9, "amount": 1}`, http.StatusNotFound, ""},
		{"POST /transfers", `please`, http.StatusBadRequest, ""},
		{"GET /accounts/9", "", http.StatusNotFound, ""},
		{"GET /accounts/1", "", http.StatusOK, `{"number":1,"owner":"customer 1","balance":75}`},
		{"GET /accounts/2", "", http.StatusOK, `{"number":2,"owner":"customer 2","balance":75}`},
	} {
		call := o.send(c.request, c.body)
		o.wait(c.request+" "+c.body, call)
		if call.code != c.code || c.reply != "" && call.body != c.reply {
			t.Errorf("%s %s was answered with %d %s, want %d %s", c.request, c.body, call.code, call.body, c.code, c.reply)
		}
	}
}

// Money goes both ways between two accounts. The test holds account 1 until both
// transfers wait, so that they meet every time.
func TestStep1OppositeTransfersEnd(t *testing.T) {
	o := open(t, &disk{}, 100, 100)
	release := o.hold(1)
	there := o.transfer(1, 2, 30)
	o.untilStill()
	back := o.transfer(2, 1, 5)
	o.untilStill()
	release()
	o.moved("30 from account 1 to 2 and 5 from account 2 to 1 began at the same moment", there, back)
	if a, b := o.customer[1].Balance(), o.customer[2].Balance(); a != 75 || b != 125 {
		t.Errorf("accounts 1 and 2 had 100 each. After 30 there and 5 back they have %d and %d, want 75 and 125", a, b)
	}
}

func TestStep1ManyTransfersEnd(t *testing.T) {
	const accounts, each = 5, 40
	o := open(t, &disk{}, 1000, 1000, 1000, 1000, 1000)
	var transfers []*call
	for range each {
		for i := range accounts {
			transfers = append(transfers, o.transfer(1+i, 1+(i+1)%accounts, 1+i))
		}
	}
	o.moved("200 transfers in a ring of five accounts began at once", transfers...)
	sum := 0
	for _, a := range o.customer[1:] {
		sum += a.Balance()
	}
	if sum != 5000 {
		t.Errorf("the bank had 5000 before 200 transfers and has %d afterwards", sum)
	}
}

// Somebody looks at account 1 while the transfer waits for account 2.
func TestStep1BothBalancesChangeTogether(t *testing.T) {
	o := open(t, &disk{}, 100, 100)
	release := o.hold(2)
	transfer := o.transfer(1, 2, 30)
	o.untilStill()
	look := o.send("GET /accounts/1", "")
	o.untilStill()
	early := look.ended()
	if want := `{"number":1,"owner":"customer 1","balance":100}`; early && look.body != want {
		t.Errorf("a transfer of 30 from account 1 waits for account 2, which has %d. Account 1 is seen already: %s; either both balances have changed or none",
			o.customer[2].balance, look.body)
	}
	release()
	o.moved("30 went from account 1 to 2", transfer)
	o.wait("somebody asked for account 1", look)
}

// Somebody holds account 1, for as long as the test likes.
func TestStep1StrangersDoNotWait(t *testing.T) {
	o := open(t, &disk{}, 100, 100, 100, 100)
	release := o.hold(1)
	held := o.transfer(1, 2, 1)
	o.untilStill()
	strangers := o.transfer(3, 4, 1)
	where, ended := o.hangs(strangers), held.ended()
	release()
	if where != "" {
		t.Errorf("a transfer from account 1 to 2 waits for account 1. One from 3 to 4 shares no account with it, and yet it waits too. %s", where)
	}
	if ended {
		t.Errorf("somebody held account 1, and a transfer from it ended all the same: account 1 is no longer guarded by its own mu")
	}
	o.moved("nobody holds account 1 any more", held, strangers)
}
