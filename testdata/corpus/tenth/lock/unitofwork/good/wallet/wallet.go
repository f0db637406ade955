// Package wallet moves points between accounts.
package wallet

import (
	"errors"
	"fmt"

	"tenth/lock/unitofwork/good/store"
)

// ErrPoor is returned when points are missing.
var ErrPoor = errors.New("wallet: not enough points")

// Service works on a store.
type Service struct{ db *store.Store }

// New makes a Service.
func New(db *store.Store) *Service { return &Service{db: db} }

// Grant gives points to an account.
func (s *Service) Grant(to string, n int) error {
	return s.update(func(tx *store.Tx) error {
		tx.Set(to, tx.Get(to)+n)
		return nil
	})
}

// Move moves points.
func (s *Service) Move(from, to string, n int) error {
	return s.update(func(tx *store.Tx) error {
		have := tx.Get(from)
		if have < n {
			return fmt.Errorf("%w: %s has %d", ErrPoor, from, have)
		}
		tx.Set(from, have-n)
		tx.Set(to, tx.Get(to)+n)
		return nil
	})
}

func (s *Service) update(fn func(*store.Tx) error) error {
	tx := s.db.Begin()
	defer tx.Rollback()
	if err := fn(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// Total sums the points of some accounts.
func (s *Service) Total(accounts ...string) (sum int) {
	s.db.View(func(get func(string) int) {
		for _, a := range accounts {
			sum += get(a)
		}
	})
	return sum
}
