package main

import (
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"tenth/race/limiter/good/limiter"
)

// table is a slow table of plans, as a database would be.
type table struct {
	special map[string]limiter.Plan
	std     limiter.Plan
}

func (t table) PlanFor(key string) limiter.Plan {
	time.Sleep(2 * time.Millisecond)
	if p, ok := t.special[key]; ok {
		return p
	}
	return t.std
}

func main() {
	lim := limiter.New(table{
		special: map[string]limiter.Plan{"vip": {Burst: 20}},
		std:     limiter.Plan{Burst: 5},
	})
	passed := map[string]*atomic.Int64{"vip": {}, "joe": {}, "kim": {}}

	var wg sync.WaitGroup
	for key, n := range passed {
		for range 8 {
			wg.Go(func() {
				for range 10 {
					if lim.Allow(key) {
						n.Add(1)
					}
				}
			})
		}
	}
	wg.Wait()

	code := 0
	for key, want := range map[string]int64{"vip": 20, "joe": 5, "kim": 5} {
		if got := passed[key].Load(); got > want {
			fmt.Printf("%s: %d requests passed, the limit is %d\n", key, got, want)
			code = 1
		}
	}
	fmt.Println(lim.Keys(), "keys")
	os.Exit(code)
}
