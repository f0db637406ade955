package main

import "sync"

// Builder makes batches of lines and sends them on.
type Builder struct {
	size int
	out  chan<- *Batch
	cur  *Batch
	next int
}

func NewBuilder(size int, out chan<- *Batch) *Builder {
	return &Builder{size: size, out: out, cur: newBatch(0), next: 1}
}

// Line adds a line and sends the batch when it is full.
func (b *Builder) Line(l string) {
	b.cur.add(l)
	if len(b.cur.Lines) >= b.size {
		b.Flush()
	}
}

// Flush sends the batch at hand.
func (b *Builder) Flush() {
	if len(b.cur.Lines) == 0 {
		return
	}
	full := b.cur
	b.cur = newBatch(b.next)
	b.next++
	b.out <- full
}

// Stage changes batches that pass through and sends them on.
type Stage struct {
	Name    string
	Workers int
	Do      func(*Batch)
}

func (s Stage) run(in <-chan *Batch) <-chan *Batch {
	out := make(chan *Batch)
	var wg sync.WaitGroup
	for range s.Workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for b := range in {
				s.Do(b)
				b.Fields[s.Name]++
				out <- b
			}
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

// collect merges all batches; the free list recycles their maps.
func collect(in <-chan *Batch) *Batch {
	sum := newBatch(-1)
	for b := range in {
		sum.merge(b)
		clear(b.Fields)
		b.Lines = b.Lines[:0]
	}
	return sum
}
