package main

import (
	"fmt"
	"sync"
)

type batch struct {
	name string
	wg   sync.WaitGroup
	out  []int
}

func work(b *batch, i int) {
	defer b.wg.Done()
	b.out[i] = i * i
}

func main() {
	b := batch{name: "squares", out: make([]int, 4)}
	for i := range b.out {
		b.wg.Add(1)
		go work(&b, i)
	}
	b.wg.Wait()
	fmt.Println(b.name, b.out)
}
