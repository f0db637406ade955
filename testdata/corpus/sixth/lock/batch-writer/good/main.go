package main

import (
	"fmt"
	"time"
)

type disk struct {
	seen  map[int]int
	every int
}

func (d *disk) store(b []record) (failed []record) {
	time.Sleep(time.Duration(len(b)) * 100 * time.Microsecond)
	for _, r := range b {
		d.seen[r.id]++
		if r.id%d.every == 0 && r.tries == 0 {
			failed = append(failed, r)
		}
	}
	return failed
}

func main() {
	d := &disk{seen: make(map[int]int), every: 5}
	w := newWriter(4, d)
	for i := range 40 {
		w.add(record{id: i})
	}
	stored, dropped := w.close()
	fmt.Println(stored > 0, dropped)
}
