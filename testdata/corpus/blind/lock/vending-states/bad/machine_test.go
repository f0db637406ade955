package vending

import (
	"errors"
	"sync"
	"testing"
)

func drive(t *testing.T, m *Machine, evs ...Event) (errs []error) {
	t.Helper()
	for _, e := range evs {
		errs = append(errs, m.Handle(e))
	}
	return errs
}

func TestBuy(t *testing.T) {
	m := New(1)
	errs := drive(t, m, InsertCoin, PressButton, TakeItem, InsertCoin, PressButton)
	if errs[2] != nil || !errors.Is(errs[4], ErrEmpty) {
		t.Error(errs)
	}
	if s, c := m.Totals(); s != 0 || c != 1 {
		t.Error(s, c)
	}
}

func TestKick(t *testing.T) {
	m := New(1)
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { m.Handle(Kick) })
	}
	wg.Wait()
	if m.State() != OutOfOrder || !errors.Is(m.Handle(InsertCoin), ErrBroken) {
		t.Error(m.State())
	}
}

func TestTwoCoins(t *testing.T) {
	m := New(2)
	errs := drive(t, m, InsertCoin, InsertCoin, PressButton)
	if errs[1] == nil || errs[2] != nil {
		t.Error(errs)
	}
}
