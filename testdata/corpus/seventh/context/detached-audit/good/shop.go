// Package shop takes orders and writes each one into an audit log.
package shop

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// Auditor writes the log.
type Auditor interface {
	Write(ctx context.Context, line string) error
}

// Shop takes orders.
type Shop struct {
	audit Auditor
	wg    sync.WaitGroup

	mu     sync.Mutex
	orders []string
	lost   int
}

// New makes a shop.
func New(a Auditor) *Shop { return &Shop{audit: a} }

// Order takes an order. The log is written even if the customer hangs up.
func (s *Shop) Order(ctx context.Context, what string) error {
	if what == "" {
		return errors.New("shop: nothing ordered")
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("shop: order %s: %w", what, err)
	}
	s.mu.Lock()
	s.orders = append(s.orders, what)
	n := len(s.orders)
	s.mu.Unlock()

	bg := context.WithoutCancel(ctx)
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		ctx, cancel := context.WithTimeout(bg, time.Second)
		defer cancel()
		if err := s.audit.Write(ctx, fmt.Sprintf("%d %s", n, what)); err != nil {
			s.mu.Lock()
			s.lost++
			s.mu.Unlock()
		}
	}()
	return nil
}

// Orders is the number of orders taken.
func (s *Shop) Orders() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.orders)
}

// Flush waits for the log; nobody may order meanwhile.
func (s *Shop) Flush() (lost int) {
	s.wg.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.lost
}
