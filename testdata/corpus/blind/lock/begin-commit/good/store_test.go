package kv

import (
	"errors"
	"strconv"
	"sync"
	"testing"
)

func TestUpdate(t *testing.T) {
	s := NewStore()
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Add(2)
		go func() {
			defer wg.Done()
			s.Update(func(tx *Tx) error {
				if err := tx.Set("n", strconv.Itoa(i)); err != nil {
					return err
				}
				if i%2 == 1 {
					return errors.New("odd")
				}
				return nil
			})
		}()
		go func() {
			defer wg.Done()
			get, end := s.View()
			defer end()
			if v := get("n"); v != "" {
				if n, _ := strconv.Atoi(v); n%2 == 1 {
					t.Errorf("saw %s", v)
				}
			}
		}()
	}
	wg.Wait()
}
