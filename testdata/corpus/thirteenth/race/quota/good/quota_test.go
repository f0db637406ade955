package quota

import (
	"errors"
	"sync"
	"testing"
)

func TestChargeAndRefund(t *testing.T) {
	k := NewKeeper()
	k.Subscribe("acme", "small", 1000)
	if err := k.Charge("nobody", 1); !errors.Is(err, ErrNoPlan) {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 4000 {
				if k.Charge("acme", 2) == nil {
					k.Refund("acme", 2)
				}
			}
		})
	}
	wg.Wait()
	if n := k.Used("acme"); n != 0 {
		t.Error("still charged:", n)
	}
}
