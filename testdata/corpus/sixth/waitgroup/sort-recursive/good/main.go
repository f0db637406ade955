package main

import (
	"fmt"
	"slices"
	"sync"
)

const small = 16

func quick(a []int, wg *sync.WaitGroup) {
	defer wg.Done()
	for len(a) > small {
		p := split(a)
		wg.Add(1)
		go quick(a[:p], wg)
		a = a[p+1:]
	}
	insertion(a)
}

func split(a []int) int {
	last := len(a) - 1
	mid := len(a) / 2
	a[mid], a[last] = a[last], a[mid]
	p := 0
	for i := range last {
		if a[i] < a[last] {
			a[i], a[p] = a[p], a[i]
			p++
		}
	}
	a[p], a[last] = a[last], a[p]
	return p
}

func insertion(a []int) {
	for i := 1; i < len(a); i++ {
		for j := i; j > 0 && a[j] < a[j-1]; j-- {
			a[j], a[j-1] = a[j-1], a[j]
		}
	}
}

func sort(a []int) {
	var wg sync.WaitGroup
	wg.Add(1)
	quick(a, &wg)
	wg.Wait()
}

func main() {
	var a []int
	for i := range 2000 {
		a = append(a, i*7919%2003)
	}
	sort(a)
	fmt.Println(slices.IsSorted(a), a[0])
}
