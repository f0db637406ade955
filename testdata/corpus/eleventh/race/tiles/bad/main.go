package main

import (
	"fmt"
	"hash/crc32"
	"sync"

	"eleventh/race/tiles/bad/atlas"
)

const (
	cols = 16
	rows = 8
	side = 32
)

type job struct{ col, row int }

func render(a *atlas.Atlas, j job) []byte {
	pix := make([]byte, 0, side*side*3)
	for y := range side {
		for x := range side {
			height := a.Height(j.col*side+x, j.row*side+y)
			c := a.Palette().At(height)
			pix = append(pix, c.R, c.G, c.B)
		}
	}
	return pix
}

func main() {
	a := atlas.Open(42)
	jobs := make(chan job)
	sums := make(chan uint32, cols*rows)

	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for j := range jobs {
				sums <- crc32.ChecksumIEEE(render(a, j))
			}
		})
	}
	for row := range rows {
		for col := range cols {
			jobs <- job{col, row}
		}
	}
	close(jobs)
	wg.Wait()
	close(sums)

	var all uint32
	for s := range sums {
		all ^= s
	}
	fmt.Printf("%d tiles, checksum %08x\n", cols*rows, all)
}
