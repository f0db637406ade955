package store

import (
	"errors"
	"strconv"
	"sync"
	"testing"
)

func add(tx *Tx, k string, n int) error {
	v, _ := tx.Get(k)
	old, _ := strconv.Atoi(v)
	if err := tx.Set(k, strconv.Itoa(old+n)); err != nil {
		return err
	}
	if old+n < 0 {
		return errors.New("negative")
	}
	return nil
}

func TestMoves(t *testing.T) {
	s := New()
	if err := s.Update(func(tx *Tx) error { return errors.Join(add(tx, "a", 50), add(tx, "b", 50)) }); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			from, to := "a", "b"
			if i%2 == 0 {
				from, to = to, from
			}
			for range 25 {
				s.Update(func(tx *Tx) error {
					if err := add(tx, from, -7); err != nil {
						return err
					}
					return add(tx, to, 7)
				})
				s.View(func(tx *Tx) error {
					a, _ := tx.Get("a")
					b, _ := tx.Get("b")
					x, _ := strconv.Atoi(a)
					y, _ := strconv.Atoi(b)
					if x+y != 100 {
						t.Error(x, y)
					}
					return nil
				})
			}
		})
	}
	wg.Wait()
	if data, seq := s.Snapshot(); len(data) != 2 || seq == 0 {
		t.Fatal(data, seq)
	}
}
