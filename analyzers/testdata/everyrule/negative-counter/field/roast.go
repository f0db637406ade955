// Package roast roasts sacks of coffee in several drums.
package roast

import (
	"errors"
	"sync"
)

const drums = 3

// ErrBurnt tells that a drum was too hot.
var ErrBurnt = errors.New("roast: burnt")

type roastery struct {
	wg   sync.WaitGroup
	errs [drums]error
}

func (r *roastery) fail(drum int, err error) {
	r.errs[drum] = err
	r.wg.Done() // BUG?
}

func (r *roastery) roast(drum, degrees int) {
	defer r.wg.Done() // BUG?
	if degrees > 230 {
		r.fail(drum, ErrBurnt)
		return
	}
}

// Roast roasts one sack in each drum.
func Roast(degrees [drums]int) error {
	r := new(roastery)
	r.wg.Add(drums)
	for d, deg := range degrees {
		go r.roast(d, deg)
	}
	r.wg.Wait()
	return errors.Join(r.errs[:]...)
}
