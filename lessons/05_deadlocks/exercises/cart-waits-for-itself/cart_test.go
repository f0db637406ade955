package cart

import (
	"errors"
	"sync"
	"testing"
)

func TestAdd(t *testing.T) {
	c := New(1000)
	if err := c.Add(300); err != nil {
		t.Errorf("Add(300) = %v", err)
	}
}

func TestAddAndTotal(t *testing.T) {
	c := New(1000)
	finish(t, func() {
		for _, price := range []int{300, 400} {
			if err := c.Add(price); err != nil {
				t.Errorf("Add(%d) = %v", price, err)
			}
		}
		if err := c.Add(400); !errors.Is(err, ErrTooMuch) {
			t.Errorf("Add(400) to 700 of 1000 = %v, want ErrTooMuch", err)
		}
		if total := c.Total(); total != 700 {
			t.Errorf("Total = %d, want 700", total)
		}
	})
}

// Many windows fill one cart up to its limit. While one of them is in Add, the
// test looks whether another one can get in between.
func TestTheLimitHolds(t *testing.T) {
	for range 50 {
		c := New(100)
		finish(t, func() {
			var windows sync.WaitGroup
			for range 8 {
				windows.Go(func() {
					for range 100 {
						if err := c.Add(1); err != nil {
							return
						}
					}
				})
			}
			windows.Wait()
		})
		if total := c.Total(); total != 100 {
			t.Fatalf("eight windows filled a cart with a limit of 100, and it holds %d:\nbetween the look at the total and the change, another window changed it", total)
		}
	}
}

// A window waits while another one holds the cart.
func TestAddWaitsForTheCart(t *testing.T) {
	c := New(100)
	c.mu.Lock()
	before := goroutines()
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		err = c.Add(60)
	}()
	untilDone(done, before) // it waits for the cart, or has looked without the lock
	c.prices = append(c.prices, 60)
	c.mu.Unlock()
	finish(t, func() { <-done })
	if !errors.Is(err, ErrTooMuch) {
		t.Errorf("another window put in 60 of 100, and then Add(60) = %v, want ErrTooMuch", err)
	}
	select {
	case <-done:
	default:
		t.Error("Add has not returned")
	}
}

// The same for somebody who looks: the total is that of one moment.
func TestTotalWaitsForTheCart(t *testing.T) {
	c := New(100)
	c.mu.Lock()
	before := goroutines()
	total := make(chan int, 1)
	done := make(chan struct{})
	go func() {
		defer close(done)
		total <- c.Total()
	}()
	verdict := untilDone(done, before)
	if verdict == "" {
		t.Error("Total read the prices while another window held the cart")
	}
	c.prices = []int{1, 2, 3}
	c.mu.Unlock()
	finish(t, func() { <-done })
	if got := <-total; verdict != "" && got != 6 {
		t.Errorf("Total = %d, want 6", got)
	}
}
