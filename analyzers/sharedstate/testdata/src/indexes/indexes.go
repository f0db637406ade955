// Package indexes lets every goroutine write an element, a key or a half of its own.
package main

import (
	"fmt"
	"sync"
)

func squares(n int) []int {
	res := make([]int, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			res[i] = i * i
		}()
	}
	wg.Wait()
	return res
}

type cell struct{ sum, count int }

func cells(parts [][]int) []cell {
	list := make([]cell, len(parts))
	var wg sync.WaitGroup
	for i, part := range parts {
		wg.Add(1)
		go func(c *cell) {
			defer wg.Done()
			for _, n := range part {
				c.sum += n
				c.count++
			}
		}(&list[i])
	}
	wg.Wait()
	return list
}

func halves(data []int) {
	mid := len(data) / 2
	var wg sync.WaitGroup
	for _, part := range [][]int{data[:mid], data[mid:]} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range part {
				part[i]++
			}
		}()
	}
	wg.Wait()
}

func fixed() [2]int {
	var out [2]int
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { defer wg.Done(); out[0] = 1 }()
	go func() { defer wg.Done(); out[1] = 2 }()
	wg.Wait()
	return out
}

// local gives each goroutine a map of its own and merges afterwards.
func local(words [][]string) map[string]int {
	counts := make([]map[string]int, len(words))
	var wg sync.WaitGroup
	for i := range words {
		counts[i] = make(map[string]int)
		wg.Add(1)
		go func() {
			defer wg.Done()
			for _, w := range words[i] {
				counts[i][w]++
			}
		}()
	}
	wg.Wait()
	all := make(map[string]int)
	for _, c := range counts {
		for w, n := range c {
			all[w] += n
		}
	}
	return all
}

// strided gives goroutine w the elements w, w+workers, ...
func strided(data []int) {
	const workers = 2
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(data); i += workers {
				data[i] = i
			}
		})
	}
	wg.Wait()
}

func main() {
	fmt.Println(squares(3), cells([][]int{{1}, {2, 3}}), fixed())
	data := []int{1, 2, 3, 4}
	halves(data)
	strided(data)
	fmt.Println(data, local([][]string{{"a"}, {"a", "b"}}))
}
