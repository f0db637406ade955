package main

import (
	"fmt"
	"sync"
)

type student struct {
	name   string
	points []int
	mean   float64
	passed bool
}

func main() {
	class := []student{
		{name: "ida", points: []int{7, 9, 8}},
		{name: "jon", points: []int{2, 4, 3}},
		{name: "kai", points: []int{6, 5, 7}},
	}
	notes := make([]string, len(class))
	var wg sync.WaitGroup
	for i := range class {
		s := &class[i]
		wg.Add(1)
		go func() {
			defer wg.Done()
			var sum int
			for _, p := range s.points {
				sum += p
			}
			s.mean = float64(sum) / float64(len(s.points))
			s.passed = s.mean >= 5
			notes[i] = fmt.Sprintf("%s: %.1f", s.name, s.mean)
		}()
	}
	wg.Wait()
	for i, n := range notes {
		fmt.Println(n, class[i].passed)
	}
}
