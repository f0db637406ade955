package main

import (
	"fmt"
	"sync"
)

type canvas struct {
	w, h  int
	pix   []uint8
	dense []int
}

func newCanvas(w, h int) *canvas {
	return &canvas{w: w, h: h, pix: make([]uint8, w*h), dense: make([]int, h)}
}

func escape(c complex128) uint8 {
	z := complex(0, 0)
	for n := range uint8(60) {
		z = z*z + c
		if real(z)*real(z)+imag(z)*imag(z) > 4 {
			return n
		}
	}
	return 60
}

func (cv *canvas) paintRow(y int) {
	row := cv.pix[y*cv.w : (y+1)*cv.w]
	for x := range row {
		re := 3*float64(x)/float64(cv.w) - 2
		im := 2*float64(y)/float64(cv.h) - 1
		row[x] = escape(complex(re, im))
		if row[x] == 60 {
			cv.dense[y]++
		}
	}
}

func (cv *canvas) paint(painters int) {
	var wg sync.WaitGroup
	for p := range painters {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for y := p; y < cv.h; y += painters {
				cv.paintRow(y)
			}
		}()
	}
	wg.Wait()
}

func main() {
	cv := newCanvas(60, 40)
	cv.paint(3)
	total := 0
	for _, n := range cv.dense {
		total += n
	}
	fmt.Println("inside:", total, "middle:", cv.pix[20*60+30])
}
