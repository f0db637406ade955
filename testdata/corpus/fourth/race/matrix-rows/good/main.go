package main

import (
	"fmt"
	"sync"
)

type Matrix [][]float64

func NewMatrix(rows, cols int) Matrix {
	m := make(Matrix, rows)
	for i := range m {
		m[i] = make([]float64, cols)
	}
	return m
}

// Mul multiplies a by b, one goroutine per row of the result.
func Mul(a, b Matrix) Matrix {
	n, inner, cols := len(a), len(b), len(b[0])
	c := NewMatrix(n, cols)
	var wg sync.WaitGroup
	wg.Add(n)
	for i := 0; i < n; i++ {
		go func(row int) {
			defer wg.Done()
			for j := 0; j < cols; j++ {
				for k := 0; k < inner; k++ {
					c[row][j] += a[row][k] * b[k][j]
				}
			}
		}(i)
	}
	wg.Wait()
	return c
}

func main() {
	a, b := NewMatrix(6, 4), NewMatrix(4, 5)
	for i := range a {
		for j := range a[i] {
			a[i][j] = float64(i + j)
		}
	}
	for i := range b {
		for j := range b[i] {
			b[i][j] = float64(i - j)
		}
	}
	trace := 0.0
	for i, row := range Mul(a, b) {
		if i < len(row) {
			trace += row[i]
		}
	}
	fmt.Println("trace", trace)
}
