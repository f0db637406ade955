package warehouse

import (
	"errors"
	"testing"
)

func TestReserveAndCancel(t *testing.T) {
	stock, book := New()
	stock.Deliver("bolt", 10)
	id, err := stock.Reserve("bolt", 4)
	if err != nil {
		t.Fatal(err)
	}
	if n := stock.Available("bolt"); n != 6 {
		t.Fatalf("%d bolts", n)
	}
	if _, err := stock.Reserve("bolt", 7); !errors.Is(err, ErrNoStock) {
		t.Fatalf("got %v", err)
	}
	if err := book.Cancel(id); err != nil {
		t.Fatal(err)
	}
	if n := stock.Available("bolt"); n != 10 {
		t.Fatalf("%d bolts after cancelling", n)
	}
	if _, err := book.Ship(id); !errors.Is(err, ErrNoOrder) {
		t.Fatalf("got %v", err)
	}
}
