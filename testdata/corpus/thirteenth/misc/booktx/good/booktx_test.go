package booktx

import (
	"errors"
	"sync"
	"testing"
)

func TestTransfers(t *testing.T) {
	db := Open()
	db.Do(func(tx *Tx) error { tx.Set("a", 10); return nil })

	refused := errors.New("refused")
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			db.Do(func(tx *Tx) error {
				tx.Set("a", tx.Get("a")-1)
				tx.Set("b", tx.Get("b")+1)
				if tx.Get("a") < 0 {
					return refused
				}
				return nil
			})
		})
	}
	wg.Wait()
	tx := db.Begin()
	a, b := tx.Get("a"), tx.Get("b")
	tx.Rollback()
	if a != 0 || b != 10 {
		t.Error(a, b)
	}
}
