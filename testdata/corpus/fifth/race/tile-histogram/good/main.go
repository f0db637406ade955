package main

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sync/errgroup"
)

const side = 64

type tile struct {
	x, y int
	hist [8]int
	mean float64
}

type picture struct {
	pix [side][side]uint8
}

func (p *picture) fill() {
	for y := range side {
		for x := range side {
			p.pix[y][x] = uint8(x*y + 3*x)
		}
	}
}

var errSize = errors.New("tile does not fit")

// scan works on one tile and inverts its part of the picture.
func scan(p *picture, t *tile, n int) error {
	if t.x+n > side || t.y+n > side {
		return errSize
	}
	sum := 0
	for y := t.y; y < t.y+n; y++ {
		row := p.pix[y][t.x : t.x+n]
		for i, v := range row {
			t.hist[v>>5]++
			sum += int(v)
			row[i] = 255 - v
		}
	}
	t.mean = float64(sum) / float64(n*n)
	return nil
}

func run(p *picture, n int) ([8]int, error) {
	per := side / n
	tiles := make([]tile, per*per)
	errs := make([]error, len(tiles))
	var g errgroup.Group
	g.SetLimit(3)
	for i := range tiles {
		tiles[i].x, tiles[i].y = i%per*n, i/per*n
		g.Go(func() error {
			errs[i] = scan(p, &tiles[i], n)
			return errs[i]
		})
	}
	var all [8]int
	if g.Wait() != nil {
		return all, errors.Join(errs...)
	}
	for _, t := range tiles {
		for b, c := range t.hist {
			all[b] += c
		}
	}
	return all, nil
}

func main() {
	var p picture
	p.fill()
	h, err := run(&p, 16)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(h, p.pix[3][5])
}
