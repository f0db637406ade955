package main

import (
	"fmt"
	"strings"
	"sync"
)

type lazy[T any] struct {
	mu    sync.Mutex
	done  bool
	val   T
	build func() T
}

func newLazy[T any](build func() T) *lazy[T] { return &lazy[T]{build: build} }

func (l *lazy[T]) get() T {
	if !l.done { // BUG: double-checked
		l.fill()
	}
	return l.val // BUG: double-checked
}

func (l *lazy[T]) fill() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.done {
		return
	}
	l.val = l.build() // BUG: double-checked
	l.done = true     // BUG: double-checked
}

type zones map[string]string

const postal = `10 north
20 harbour
30 old town
40 airport`

func parseZones() zones {
	z := zones{}
	for line := range strings.Lines(postal) {
		code, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		z[code] = name // BUG: double-checked
	}
	return z
}

type sorter struct {
	table *lazy[zones]
}

func (s sorter) route(parcel string) string {
	if name, ok := s.table.get()[parcel[:2]]; ok { // BUG: double-checked
		return name
	}
	return "returns"
}

func main() {
	s := sorter{table: newLazy(parseZones)}
	parcels := []string{"1033", "2041", "3999", "9000", "4004", "1001", "2002", "3003"}
	out := make([]string, len(parcels))
	var wg sync.WaitGroup
	for i, p := range parcels {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = s.route(p)
		}()
	}
	wg.Wait()
	fmt.Println(strings.Join(out, ", "))
}
