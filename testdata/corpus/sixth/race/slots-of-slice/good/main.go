package main

import (
	"fmt"
	"strings"
	"sync"
)

func main() {
	words := strings.Fields("when in rome do as the romans do")
	upper := make([]string, len(words))
	lists := make([][]int, 2)
	half := len(words) / 2
	var wg sync.WaitGroup
	wg.Add(2)
	fill := func(id, from, to int) {
		defer wg.Done()
		for i := from; i < to; i++ {
			upper[i] = strings.ToUpper(words[i])
			lists[id] = append(lists[id], len(words[i]))
		}
	}
	go fill(0, 0, half)
	go fill(1, half, len(words))
	wg.Wait()
	fmt.Println(upper, lists)
}
