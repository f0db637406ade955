package wallet

import (
	"errors"
	"sync"
	"testing"

	"tenth/lock/unitofwork/good/store"
)

func TestMove(t *testing.T) {
	db := store.Open()
	s := New(db)
	if err := s.Grant("a", 100); err != nil {
		t.Fatal(err)
	}
	if err := s.Move("b", "a", 1); !errors.Is(err, ErrPoor) {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for range 50 {
				if i%2 == 0 {
					s.Move("a", "b", 3)
				} else {
					s.Move("b", "a", 2)
				}
				if n := s.Total("a", "b"); n != 100 {
					t.Errorf("%d points", n)
				}
			}
		})
	}
	wg.Wait()
	tx := db.Begin()
	tx.Set("c", 1)
	if err := tx.Commit(); err != nil {
		t.Error(err)
	}
	if err := tx.Commit(); err != store.ErrDone {
		t.Error(err)
	}
	if db.Rev() < 2 {
		t.Error("no commits")
	}
}
