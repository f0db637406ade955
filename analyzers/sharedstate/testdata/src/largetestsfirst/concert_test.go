package concert

import (
	"errors"
	"slices"
	"sync"
	"testing"
)

type bank struct {
	mu     sync.Mutex // guards paid and during
	paid   []string
	poor   string
	during func()
}

func (b *bank) Charge(guest string) error {
	b.mu.Lock()
	during := b.during
	b.during = nil
	b.mu.Unlock()
	if during != nil {
		during()
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if guest == b.poor {
		return errors.New("no money")
	}
	b.paid = append(b.paid, guest)
	return nil
}

func (b *bank) payers() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Sorted(slices.Values(b.paid))
}

func TestSeatsAreSold(t *testing.T) {
	b := &bank{poor: "Cleo"}
	h := NewHall(b)
	finish(t, func() {
		if err := h.Buy("A1", "Anna"); err != nil {
			t.Errorf("Buy(A1) = %v", err)
		}
		if err := h.Buy("A1", "Ben"); !errors.Is(err, ErrTaken) {
			t.Errorf("Buy(A1) again = %v, want ErrTaken", err)
		}
		if err := h.Buy("A2", "Cleo"); !errors.Is(err, ErrDeclined) {
			t.Errorf("Buy(A2) by somebody without money = %v, want ErrDeclined", err)
		}
		if err := h.Buy("A2", "Dan"); err != nil {
			t.Errorf("Cleo could not pay, and the seat is not sold to Dan: %v", err)
		}
	})
	if h.Guest("A1") != "Anna" || h.Guest("A2") != "Dan" || !slices.Equal(b.payers(), []string{"Anna", "Dan"}) {
		t.Errorf("A1 has %q, A2 has %q, and paid have %q", h.Guest("A1"), h.Guest("A2"), b.payers())
	}
}

func TestOneSeatOneGuest(t *testing.T) {
	b := &bank{}
	h := NewHall(b)
	errs := make([]error, 2)
	second := make(chan struct{})
	b.during = func() {
		before := goroutines()
		go func() {
			defer close(second)
			errs[1] = h.Buy("A1", "Ben")
		}()
		untilDone(second, before) // Ben has his answer, or waits
	}
	finish(t, func() {
		errs[0] = h.Buy("A1", "Anna")
		<-second
	})
	sold := 0
	for _, err := range errs {
		if err == nil {
			sold++
		}
	}
	if sold != 1 || len(b.payers()) != 1 {
		t.Errorf("one seat was sold to %d guests, and paid have %q.\nBen looked while Anna paid, and found the seat free.", sold, b.payers())
	}
	if sold == 1 && h.Guest("A1") != b.payers()[0] {
		t.Errorf("the seat belongs to %s, and %s has paid", h.Guest("A1"), b.payers()[0])
	}
}

func TestOtherSeatsAreSoldMeanwhile(t *testing.T) {
	b := &bank{}
	h := NewHall(b)
	verdict := ""
	b.during = func() {
		verdict = ends(func() {
			if err := h.Buy("B7", "Ben"); err != nil {
				t.Error(err)
			}
		})
	}
	finish(t, func() {
		if err := h.Buy("A1", "Anna"); err != nil {
			t.Error(err)
		}
	})
	if verdict != "" {
		t.Errorf("while Anna looks for her card, the whole hall waits. %s", verdict)
	}
}

func TestADeclinedCardFreesTheSeat(t *testing.T) {
	b := &bank{poor: "Anna"}
	h := NewHall(b)
	finish(t, func() {
		if err := h.Buy("A1", "Anna"); !errors.Is(err, ErrDeclined) {
			t.Errorf("Buy = %v, want ErrDeclined", err)
		}
	})
	if who := h.Guest("A1"); who != "" {
		t.Errorf("Anna could not pay, and the seat is %s's", who)
	}
}

type rich struct{}

func (rich) Charge(string) error { return nil }

func TestTwoGuests(t *testing.T) {
	h := NewHall(rich{})
	got := make([]bool, 2)
	var guests sync.WaitGroup
	for i, name := range []string{"Anna", "Ben"} {
		guests.Go(func() { got[i] = h.Buy("A1", name) == nil })
	}
	guests.Wait()
	if got[0] == got[1] {
		t.Errorf("Anna has a ticket for the seat: %v; Ben has: %v", got[0], got[1])
	}
}
