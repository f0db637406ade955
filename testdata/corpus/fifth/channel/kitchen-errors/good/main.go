package main

import (
	"errors"
	"fmt"
	"os"
)

func menu() []dish {
	soup := dish{"soup", 10, []string{"leek", "cream"}}
	pie := dish{"pie", 40, []string{"flour", "apple"}}
	salad := dish{"salad", 5, []string{"leek", "apple"}}
	return []dish{soup, pie, soup, salad, pie, salad, soup}
}

func main() {
	p := &pantry{stock: map[string]int{"leek": 3, "cream": 4, "flour": 1, "apple": 5}}
	e := &evening{orders: make(chan dish)}
	for _, n := range []string{"hot", "cold"} {
		e.stations = append(e.stations, &station{name: n, pantry: p})
	}
	errs := e.serve(menu())
	parts := make(map[string]int)
	for _, err := range errs {
		var m *missing
		if errors.As(err, &m) {
			parts[m.part]++
		}
		fmt.Fprintln(os.Stderr, err)
	}
	total := 0
	for _, s := range e.stations {
		total += s.cooked
	}
	fmt.Println(total+len(errs), "orders", len(parts) > 0)
}
