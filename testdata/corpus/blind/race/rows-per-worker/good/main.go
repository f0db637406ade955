package main

import (
	"fmt"
	"math"
	"sync"
)

type row struct {
	min, max float64
	ok       bool
}

type analysis struct {
	rows  []row
	sums  []float64
	left  float64
	right float64
}

func (a *analysis) fill(i int, data []float64) {
	r := &a.rows[i]
	r.min, r.max = math.Inf(1), math.Inf(-1)
	for _, v := range data {
		r.min = min(r.min, v)
		r.max = max(r.max, v)
		a.sums[i] += v
	}
	r.ok = len(data) > 0
}

func analyse(m [][]float64) *analysis {
	a := &analysis{rows: make([]row, len(m)), sums: make([]float64, len(m))}
	var wg sync.WaitGroup
	wg.Add(len(m))
	for i, data := range m {
		go func() {
			defer wg.Done()
			a.fill(i, data)
		}()
	}
	wg.Wait()
	half := len(m) / 2
	wg.Add(2)
	go func() {
		defer wg.Done()
		for _, s := range a.sums[:half] {
			a.left += s
		}
	}()
	go func() {
		defer wg.Done()
		for _, s := range a.sums[half:] {
			a.right += s
		}
	}()
	wg.Wait()
	return a
}

func main() {
	a := analyse([][]float64{{1, 2, 3}, {4, 5}, {}, {-1, 7}})
	for i, r := range a.rows {
		fmt.Println(i, r.ok, a.sums[i])
	}
	fmt.Println(a.left, a.right)
}
