package geo

import (
	"context"
	"errors"
	"net/netip"
	"testing"
	"time"
)

type table struct {
	known map[string]string
	asked int
}

func (t *table) Country(a netip.Addr) (string, error) {
	t.asked++
	if c, ok := t.known[a.String()]; ok {
		return c, nil
	}
	return "", errors.New("unknown network")
}

func TestCountry(t *testing.T) {
	tab := &table{known: map[string]string{"192.0.2.1": "DE"}}
	r := New(tab, 5*time.Second)
	for range 3 {
		if c, err := r.Country(context.Background(), "192.0.2.1"); c != "DE" || err != nil {
			t.Fatal(c, err)
		}
	}
	if tab.asked != 1 {
		t.Errorf("asked %d times", tab.asked)
	}
	if _, err := r.Country(context.Background(), "192.0.2.9"); err == nil {
		t.Error("no error for an unknown network")
	}
	if _, err := r.Country(context.Background(), "nowhere"); err == nil {
		t.Error("no error for a bad address")
	}
	if n := r.cache.Len(); n != 1 {
		t.Errorf("%d values", n)
	}
}
