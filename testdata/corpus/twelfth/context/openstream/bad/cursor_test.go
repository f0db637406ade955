package ledgerdb

import (
	"context"
	"errors"
	"testing"
)

type flaky struct{ failures int }

func (f *flaky) Fetch(ctx context.Context, query, token string) (Page, error) {
	if err := ctx.Err(); err != nil {
		return Page{}, err
	}
	if f.failures > 0 {
		f.failures--
		return Page{}, errors.New("unavailable")
	}
	return Page{Rows: []Row{{1, 250}, {2, -40}}}, nil
}

func TestQueryRetries(t *testing.T) {
	c := NewClient(&flaky{failures: 1}, Retries(2))
	cur, err := c.Query(t.Context(), "select all")
	if err != nil {
		t.Fatal(err)
	}
	defer cur.Close()
	sum := 0
	for r := range cur.Rows() {
		sum += r.Amount
	}
	if sum != 210 || cur.Err() != nil {
		t.Fatalf("sum %d, err %v", sum, cur.Err())
	}
}

func TestQueryGivesUp(t *testing.T) {
	c := NewClient(&flaky{failures: 5}, Retries(1))
	if _, err := c.Query(t.Context(), "select all"); err == nil {
		t.Fatal("no error")
	}
}
