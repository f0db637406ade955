// Package generatorsfield stops after the first value of a generator that is kept
// in a field.
package generatorsfield

import "testing"

func squares() <-chan int {
	out := make(chan int)
	go func() {
		for i := 0; ; i++ {
			out <- i * i // want `goroutine leak: the send to out waits for ever when its consumer has stopped early; the goroutine of generatorsfield_test.go:9 has no way to learn that \(abandoned-generator\)`
		}
	}()
	return out
}

type table struct{ rows <-chan int }

func (t *table) firstOver(limit int) int {
	for s := range t.rows {
		if s > limit {
			return s
		}
	}
	return -1
}

func TestFirstOver(t *testing.T) {
	rows := &table{rows: squares()}
	t.Log(rows.firstOver(2))
}
