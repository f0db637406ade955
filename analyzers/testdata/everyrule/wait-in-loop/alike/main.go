// Package main bakes trays of bread rolls, one tray after the other.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type bakery struct {
	wg    sync.WaitGroup
	baked atomic.Int64
}

func (b *bakery) bake(grams int64) {
	defer b.wg.Done()
	b.baked.Add(grams)
}

func (b *bakery) tray(rolls []int64) {
	for _, grams := range rolls {
		b.wg.Add(1)
		go b.bake(grams)
	}
	b.wg.Wait()
}

func main() {
	b := new(bakery)
	trays := [][]int64{{60, 55, 70}, {80, 85}, {50, 50, 50}}
	for i, rolls := range trays {
		b.tray(rolls)
		fmt.Println("after tray", i, b.baked.Load(), "grams")
	}
}
