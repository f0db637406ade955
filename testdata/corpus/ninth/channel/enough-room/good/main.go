package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type bid struct {
	from  string
	price int
	err   error
}

func ask(dealer string) (int, error) {
	time.Sleep(time.Duration(len(dealer)) * 200 * time.Microsecond)
	if dealer == "closed" {
		return 0, errors.New("closed today")
	}
	return 100 - len(dealer), nil
}

// best asks all dealers; those who are late are not heard.
func best(ctx context.Context, dealers ...string) (win bid) {
	bids := make(chan bid, len(dealers))
	for _, d := range dealers {
		go func() {
			price, err := ask(d)
			bids <- bid{d, price, err}
		}()
	}
	win.price = 1000
	for range dealers {
		select {
		case b := <-bids:
			if b.err != nil {
				continue
			}
			if b.price < win.price {
				win = b
			}
		case <-ctx.Done():
			return win
		}
	}
	return win
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	fmt.Println(best(ctx, "ford", "closed", "citroen"))

	short, cancel := context.WithCancel(ctx)
	cancel()
	late := best(short, "ford", "citroen")
	fmt.Println(late.price > 0)
}
