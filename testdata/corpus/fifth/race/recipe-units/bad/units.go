package recipe

import (
	"fmt"
	"sync"
)

var (
	tableMu sync.Mutex
	table   map[string]float64 // grams per unit
)

func grams() map[string]float64 {
	if table != nil { // BUG: double-checked
		return table // BUG: double-checked
	}
	tableMu.Lock()
	defer tableMu.Unlock()
	if table == nil {
		t := make(map[string]float64)
		t["g"], t["kg"], t["cup"], t["tbsp"] = 1, 1000, 120, 8
		table = t // BUG: double-checked
	}
	return table
}

// Scale converts an amount to grams for a number of portions.
func Scale(amount float64, unit string, from, to int) (float64, error) {
	g, ok := grams()[unit]
	if !ok {
		return 0, fmt.Errorf("recipe: unknown unit %q", unit)
	}
	return amount * g * float64(to) / float64(from), nil
}
