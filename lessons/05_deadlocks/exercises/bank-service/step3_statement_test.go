package bank

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// The test holds account 2, so that a statement is in the middle of its work when
// money moves from account 3 to 1.
func TestStep3AStatementTellsOfOneMoment(t *testing.T) {
	o := open(t, &disk{}, 100, 100, 100)
	release := o.hold(2)
	statement := o.send("GET /statement", "")
	o.untilStill()
	transfer := o.transfer(3, 1, 30)
	o.untilStill()
	release()
	o.moved("30 went from account 3 to 1 while a statement was taken", transfer)
	o.wait("a statement was taken while 30 went from account 3 to 1", statement)
	if sum := statement.total(t); sum != 300 {
		t.Errorf("the bank has 300. 30 went from account 3 to 1, and a statement taken meanwhile says %d: %s", sum, statement.body)
	}
}

func TestStep3ManyStatementsAddUp(t *testing.T) {
	const accounts, each = 5, 20
	o := open(t, &disk{}, 1000, 1000, 1000, 1000, 1000)
	var transfers, statements []*call
	for range each {
		for i := range accounts {
			transfers = append(transfers, o.transfer(1+i, 1+(i+1)%accounts, 1+i))
		}
		statements = append(statements, o.send("GET /statement", ""))
	}
	o.moved("100 transfers and 20 statements began at once", transfers...)
	o.wait("100 transfers and 20 statements began at once", statements...)
	for _, statement := range statements {
		if sum := statement.total(t); sum != 5000 {
			t.Fatalf("the bank has 5000, and a statement says %d: %s", sum, statement.body)
		}
	}
}

// A slow client takes its reply when the test likes.
type slowClient struct {
	*httptest.ResponseRecorder
	takes chan struct{}
}

func (c slowClient) Write(p []byte) (int, error) {
	<-c.takes
	return c.ResponseRecorder.Write(p)
}

func TestStep3ASlowClientHoldsUpNobody(t *testing.T) {
	o := open(t, &disk{}, 100, 100)
	client := slowClient{httptest.NewRecorder(), make(chan struct{})}
	statement := begin(func(c *call) { o.ServeHTTP(client, httptest.NewRequest("GET", "/statement", nil)) })
	o.untilStill()
	transfer := o.transfer(1, 2, 1)
	where := o.hangs(transfer)
	close(client.takes)
	if where != "" {
		t.Errorf("a client is slow to take its statement, and a transfer waits until it has. %s", where)
	}
	o.moved("the client has taken its statement", transfer)
	o.wait("the client has taken its statement", statement)
	if client.Code != http.StatusOK {
		t.Errorf("GET /statement was answered with %d", client.Code)
	}
}
