package main

import (
	"bytes"
	"fmt"
	"sync"
)

var pool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func label(genus string, year int) string {
	b := pool.Get().(*bytes.Buffer)
	defer pool.Put(b)
	b.Reset()
	fmt.Fprintf(b, "%-8s|%d", genus, year)
	return b.String()
}

func main() {
	genera := []string{"Malus", "Rosa", "Vicia", "Beta", "Linum"}
	labels := make([]string, len(genera))
	var wg sync.WaitGroup
	for i, g := range genera {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for y := range 30 {
				labels[i] = label(g, 1990+y)
			}
		}()
	}
	wg.Wait()
	for _, l := range labels {
		fmt.Println(l)
	}
}
