package main

import (
	"fmt"
	"math/rand"
	"runtime"
	"sync"
	"time"
)

type Matrix struct {
	rows, cols int
	cells      []float64
}

func NewMatrix(rows, cols int) *Matrix {
	return &Matrix{rows, cols, make([]float64, rows*cols)}
}

func Random(rows, cols int, rng *rand.Rand) *Matrix {
	m := NewMatrix(rows, cols)
	for i := range m.cells {
		m.cells[i] = rng.Float64()
	}
	return m
}

func (m *Matrix) Row(i int) []float64 {
	return m.cells[i*m.cols : (i+1)*m.cols]
}

type rowResult struct {
	index  int
	values []float64
}

func multiplyRow(a, b *Matrix, i int) rowResult {
	out := make([]float64, b.cols)
	for k, x := range a.Row(i) {
		for j, y := range b.Row(k) {
			out[j] += x * y
		}
	}
	return rowResult{i, out}
}

// Multiply computes a*b with one goroutine per processor.
func Multiply(a, b *Matrix) (*Matrix, error) {
	if a.cols != b.rows {
		return nil, fmt.Errorf("cannot multiply %dx%d by %dx%d", a.rows, a.cols, b.rows, b.cols)
	}
	workers := runtime.GOMAXPROCS(0)
	rows := make(chan int, a.rows)
	for i := range a.rows {
		rows <- i
	}
	close(rows)

	results := make(chan rowResult, workers)
	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range rows {
				results <- multiplyRow(a, b, i) // BUG: send-no-receiver
			}
		}()
	}
	wg.Wait() // BUG: send-no-receiver
	close(results)

	product := NewMatrix(a.rows, b.cols)
	for r := range results {
		copy(product.Row(r.index), r.values)
	}
	return product, nil
}

func main() {
	rng := rand.New(rand.NewSource(7))
	a, b := Random(120, 80, rng), Random(80, 60, rng)
	start := time.Now()
	p, err := Multiply(a, b)
	if err != nil {
		fmt.Println(err)
		return
	}
	trace := 0.0
	for i := range min(p.rows, p.cols) {
		trace += p.Row(i)[i]
	}
	fmt.Printf("trace %.3f, computed in under a minute: %v\n", trace, time.Since(start) < time.Minute)
}
