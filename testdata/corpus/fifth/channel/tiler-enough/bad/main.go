package main

import (
	"fmt"
	"image"
	"sync"
	"time"
)

type tile struct {
	image.Rectangle
	ink int
}

type cutter struct {
	area  image.Rectangle
	size  int
	tiles chan<- tile
	delay time.Duration
}

// cut splits the cutter's area into squares.
func (c *cutter) cut() {
	for y := c.area.Min.Y; y < c.area.Max.Y; y += c.size {
		for x := c.area.Min.X; x < c.area.Max.X; x += c.size {
			r := image.Rect(x, y, x+c.size, y+c.size).Intersect(c.area)
			c.tiles <- tile{r, (x ^ y) % 5} // BUG: close-by-receiver
			time.Sleep(c.delay)
		}
	}
}

type album struct {
	want  int
	tiles []tile
}

func (a *album) collect(ch chan tile) {
	for t := range ch {
		if t.ink == 0 {
			continue
		}
		a.tiles = append(a.tiles, t)
		if len(a.tiles) == a.want {
			close(ch) // BUG: close-by-receiver
			return
		}
	}
}

func main() {
	page := image.Rect(0, 0, 640, 480)
	ch := make(chan tile)
	var wg sync.WaitGroup
	for i := range 2 {
		half := page
		half.Min.X, half.Max.X = i*320, (i+1)*320
		c := &cutter{area: half, size: 32, tiles: ch, delay: 50 * time.Microsecond}
		wg.Go(c.cut) // BUG: close-by-receiver
	}
	a := &album{want: 20}
	a.collect(ch) // BUG: close-by-receiver
	wg.Wait()
	fmt.Println(len(a.tiles), "tiles")
}
