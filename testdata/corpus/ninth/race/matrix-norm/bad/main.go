package main

import (
	"fmt"
	"math"
	"sync"
)

type Matrix [][]float64

func newMatrix(rows, cols int) Matrix {
	m := make(Matrix, rows)
	for i := range m {
		m[i] = make([]float64, cols)
		for j := range m[i] {
			m[i][j] = float64(i + j)
		}
	}
	return m
}

// Norm is the root of the sum of all squares; one goroutine per row.
func (m Matrix) Norm() float64 {
	var (
		wg  sync.WaitGroup
		sum float64
	)
	for _, row := range m {
		wg.Go(func() {
			for _, x := range row {
				sum += x * x // BUG: captured-var, data-race
			}
		})
	}
	wg.Wait()
	return math.Sqrt(sum)
}

// Scale multiplies every element by f, one goroutine per row.
func (m Matrix) Scale(f float64) {
	var wg sync.WaitGroup
	for i := range m {
		wg.Go(func() {
			for j := range m[i] {
				m[i][j] *= f
			}
		})
	}
	wg.Wait()
}

func main() {
	m := newMatrix(60, 400)
	before := m.Norm()
	m.Scale(2)
	after := m.Norm()
	fmt.Printf("%.3f %.3f ratio %.3f\n", before, after, after/before)
}
