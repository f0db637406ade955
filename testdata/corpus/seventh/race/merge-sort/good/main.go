package main

import (
	"fmt"
	"os"
	"sync"
)

// sortInts sorts s with the help of tmp, which is as long as s.
func sortInts(s, tmp []int, depth int) {
	if len(s) < 2 {
		return
	}
	mid := len(s) / 2
	if depth > 0 {
		var wg sync.WaitGroup
		wg.Add(1)
		go func() {
			defer wg.Done()
			sortInts(s[:mid], tmp[:mid], depth-1)
		}()
		sortInts(s[mid:], tmp[mid:], depth-1)
		wg.Wait()
	} else {
		sortInts(s[:mid], tmp[:mid], 0)
		sortInts(s[mid:], tmp[mid:], 0)
	}
	i, k := 0, mid
	for n := range tmp {
		if k == len(s) || i < mid && s[i] <= s[k] {
			tmp[n] = s[i]
			i++
		} else {
			tmp[n] = s[k]
			k++
		}
	}
	copy(s, tmp)
}

func main() {
	const n = 1000
	s := make([]int, n)
	for i := range s {
		s[i] = i * 7919 % n
	}
	sortInts(s, make([]int, n), 3)
	for i, v := range s {
		if i != v {
			fmt.Println("element", i, "is", v)
			os.Exit(1)
		}
	}
	fmt.Println("sorted")
}
