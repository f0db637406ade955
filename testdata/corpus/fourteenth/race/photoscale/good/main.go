package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
)

type gray struct {
	w, h int
	pix  []uint8
}

func (g *gray) row(y int) []uint8 { return g.pix[y*g.w : (y+1)*g.w] }

var errFlat = errors.New("row has no contrast")

func decode(text string) (*gray, error) {
	lines := strings.Fields(text)
	if len(lines) == 0 {
		return nil, errors.New("empty picture")
	}
	g := &gray{w: len(lines[0]), h: len(lines)}
	for _, l := range lines {
		if len(l) != g.w {
			return nil, errors.New("ragged picture")
		}
		for _, c := range []byte(l) {
			g.pix = append(g.pix, c-'0')
		}
	}
	return g, nil
}

func stretch(row []uint8) error {
	lo, hi := row[0], row[0]
	for _, p := range row {
		lo, hi = min(lo, p), max(hi, p)
	}
	if lo == hi {
		return errFlat
	}
	for i, p := range row {
		row[i] = uint8(int(p-lo) * 255 / int(hi-lo))
	}
	return nil
}

func enhance(text string) (*gray, int, error) {
	img, err := decode(text)
	if err != nil {
		return nil, 0, err
	}
	var wg sync.WaitGroup
	skipped := make(chan int, img.h)
	for y := range img.h {
		wg.Go(func() {
			if err := stretch(img.row(y)); errors.Is(err, errFlat) {
				skipped <- y
			}
		})
	}
	wg.Wait()
	return img, len(skipped), nil
}

func main() {
	var b strings.Builder
	for y := range 40 {
		if y%4 == 3 {
			b.WriteString("5555555555\n")
			continue
		}
		b.WriteString("1234567890\n")
	}
	img, skipped, err := enhance(b.String())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(img.w, img.h, "flat rows:", skipped)
}
