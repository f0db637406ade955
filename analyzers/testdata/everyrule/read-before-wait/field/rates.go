// Package rates asks a bank for exchange rates.
package rates

import "sync"

type answer struct {
	rate float64
	err  error
}

// A Quote is a question to a bank that is under way.
type Quote struct {
	wg  sync.WaitGroup
	got answer
}

// Ask starts a question.
func Ask(bank func() (float64, error)) *Quote {
	q := &Quote{}
	q.wg.Add(1)
	go func() {
		defer q.wg.Done()
		rate, err := bank()
		q.got = answer{rate, err} // BUG?
	}()
	return q
}

// Convert returns the amount in the other currency.
func (q *Quote) Convert(amount float64) (float64, error) {
	rate := q.got.rate // BUG?
	q.wg.Wait()
	if q.got.err != nil {
		return 0, q.got.err
	}
	return amount * rate, nil
}
