// Package pay takes payments by card.
package pay

import (
	"context"
	"errors"
	"fmt"
)

// ErrAmount tells that an amount is not positive.
var ErrAmount = errors.New("pay: bad amount")

// Charge asks the bank to take money from a card.
type Charge func(ctx context.Context, card string, cents int) error

func bankContext() context.Context {
	return context.Background() // BUG?
}

func check(cents int) error {
	if cents <= 0 {
		return ErrAmount
	}
	return nil
}

// Pay takes the amount from the card.
func Pay(ctx context.Context, charge Charge, card string, cents int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := check(cents); err != nil {
		return err
	}
	if err := charge(bankContext(), card, cents); err != nil { // BUG?
		return fmt.Errorf("pay %d: %w", cents, err)
	}
	return nil
}
