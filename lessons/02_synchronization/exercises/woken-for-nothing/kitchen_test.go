package kitchen

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
	"testing"
)

// take calls Take, and returns what it panics with as a dish.
func take(o *Orders) (dish string) {
	defer func() {
		if p := recover(); p != nil {
			dish = fmt.Sprintf("a panic (%v)", p)
		}
	}()
	dish, ok := o.Take()
	if !ok {
		return "nothing"
	}
	return dish
}

func TestOrdersAreTakenInOrder(t *testing.T) {
	o := NewOrders()
	o.Put("soup")
	o.Put("fish")
	o.Close()
	finish(t, func() {
		if a, b, c := take(o), take(o), take(o); a != "soup" || b != "fish" || c != "nothing" {
			t.Errorf("soup and fish were ordered; taken were %s, %s and %s", a, b, c)
		}
	})
}

// A cook waits. An order comes, and before the cook is awake, another one who is
// passing by takes it. With one processor the second is always faster.
func TestSomebodyElseIsFaster(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	o := NewOrders()
	got := make(chan string, 1)
	before := goroutines()
	done := make(chan struct{})
	go func() {
		defer close(done)
		got <- take(o)
	}()
	untilDone(done, before) // the first cook waits

	o.Put("soup")
	if dish := take(o); dish != "soup" {
		t.Fatalf("the second cook got %s, want the soup", dish)
	}
	untilDone(done, before) // the first cook has looked
	o.Put("fish")
	finish(t, func() { <-done })
	if dish := <-got; dish != "fish" {
		t.Errorf("a cook was woken for the soup, another one had taken it, and then the first got %s; want the fish.\n"+
			"Being woken means that something has changed, and not that an order is there.", dish)
	}
}

// Two cooks wait, and the kitchen closes.
func TestAllGoHome(t *testing.T) {
	o := NewOrders()
	got := make([]string, 2)
	before := goroutines()
	done := make(chan struct{})
	go func() {
		defer close(done)
		var cooks sync.WaitGroup
		for i := range got {
			cooks.Go(func() { got[i] = take(o) })
		}
		cooks.Wait()
	}()
	untilDone(done, before) // both wait
	o.Close()
	if verdict := untilDone(done, before); verdict != "" {
		t.Fatalf("two cooks wait for orders and the kitchen closes; one of them never goes home. %s", verdict)
	}
	if !slices.Equal(got, []string{"nothing", "nothing"}) {
		t.Errorf("after closing, two cooks got %q", got)
	}
}

// Nobody looks again and again while there is nothing to do: a cook waits.
func TestACookWaits(t *testing.T) {
	o := NewOrders()
	before := goroutines()
	done := make(chan struct{})
	go func() {
		defer close(done)
		take(o)
	}()
	if verdict := untilDone(done, before); verdict == "" {
		t.Error("a cook came back from an empty kitchen")
	} else if runsOn(verdict) {
		t.Errorf("a cook without orders uses the processor all the time. %s", verdict)
	}
	o.Close()
	finish(t, func() { <-done })
}

func TestManyCooks(t *testing.T) {
	o := NewOrders()
	var mu sync.Mutex // guards cooked
	cooked := make(map[string]int)
	finish(t, func() {
		var cooks sync.WaitGroup
		for range 4 {
			cooks.Go(func() {
				for dish := take(o); dish != "nothing"; dish = take(o) {
					mu.Lock()
					cooked[dish]++
					mu.Unlock()
				}
			})
		}
		for i := range 100 {
			o.Put(fmt.Sprint("dish ", i))
		}
		o.Close()
		cooks.Wait()
	})
	for i := range 100 {
		if dish := fmt.Sprint("dish ", i); cooked[dish] != 1 {
			t.Fatalf("%s was cooked %d times", dish, cooked[dish])
		}
	}
	if len(cooked) != 100 {
		t.Errorf("100 dishes were ordered, and %d different ones cooked", len(cooked))
	}
}
