package main

import "sort"

// Batch is owned by one goroutine at a time.
type Batch struct {
	No     int
	Lines  []string
	Fields map[string]int
}

func newBatch(no int) *Batch {
	return &Batch{No: no, Fields: map[string]int{}}
}

func (b *Batch) add(l string) {
	b.Lines = append(b.Lines, l)
	b.Fields["lines"]++
}

func (b *Batch) normalise() {
	sort.Strings(b.Lines)
	for _, l := range b.Lines {
		b.Fields["bytes"] += len(l)
	}
}

func (b *Batch) merge(o *Batch) {
	b.Lines = append(b.Lines, o.Lines...)
	for k, v := range o.Fields {
		b.Fields[k] += v
	}
}
