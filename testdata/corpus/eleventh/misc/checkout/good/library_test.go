package checkout

import (
	"errors"
	"sync"
	"testing"
)

func TestBusy(t *testing.T) {
	l := Open("atlas", "poems")
	loan, err := l.Take("atlas", false)
	if err != nil {
		t.Fatal(err)
	}
	loan.Note("see page 9")
	if _, err := l.Take("atlas", false); !errors.Is(err, ErrBusy) {
		t.Fatalf("got %v", err)
	}
	if err := l.Copy("poems", "atlas"); !errors.Is(err, ErrBusy) {
		t.Fatalf("got %v", err)
	}
	if _, notes := l.Stats("atlas", loan); notes != 1 {
		t.Fatalf("%d notes", notes)
	}
	loan.Return()
	loan.Return()
	if err := l.Copy("atlas", "atlas"); !errors.Is(err, ErrBusy) {
		t.Fatalf("got %v", err)
	}
}

func TestManyReaders(t *testing.T) {
	l := Open("atlas", "poems")
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			title, other := "atlas", "poems"
			if i%2 == 0 {
				title, other = other, title
			}
			loan, err := l.Take(title, true)
			if err != nil {
				t.Error(err)
				return
			}
			loan.Note("was here")
			l.Stats(title, loan)
			loan.Return()
			l.Stats(other, loan)
			if err := l.Copy(title, other); err != nil && !errors.Is(err, ErrBusy) {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	loans, notes := l.Stats("atlas", nil)
	if loans < 10 || notes < 10 {
		t.Fatalf("%d loans, %d notes", loans, notes)
	}
}
