package main

import (
	"fmt"
	"sync"
)

type picture struct {
	width  int
	pixels []uint8
}

func (p *picture) row(y int) []uint8 {
	return p.pixels[y*p.width : (y+1)*p.width]
}

func (p *picture) height() int { return len(p.pixels) / p.width }

func brighten(row []uint8, by uint8, sum *int) {
	for x := range row {
		if row[x] > 255-by {
			row[x] = 255
		} else {
			row[x] += by
		}
		*sum += int(row[x])
	}
}

func main() {
	pic := &picture{width: 64, pixels: make([]uint8, 64*48)}
	for i := range pic.pixels {
		pic.pixels[i] = uint8(i)
	}

	sums := make([]int, pic.height())
	var wg sync.WaitGroup
	for y := range pic.height() {
		wg.Go(func() { brighten(pic.row(y), 30, &sums[y]) })
	}
	wg.Wait()

	total := 0
	for _, s := range sums {
		total += s
	}
	fmt.Println("mean brightness:", total/len(pic.pixels))
}
