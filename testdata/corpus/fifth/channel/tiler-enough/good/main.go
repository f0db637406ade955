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
func (c *cutter) cut(stop <-chan struct{}) {
	for y := c.area.Min.Y; y < c.area.Max.Y; y += c.size {
		for x := c.area.Min.X; x < c.area.Max.X; x += c.size {
			r := image.Rect(x, y, x+c.size, y+c.size).Intersect(c.area)
			select {
			case c.tiles <- tile{r, (x ^ y) % 5}:
			case <-stop:
				return
			}
			time.Sleep(c.delay)
		}
	}
}

type album struct {
	want  int
	tiles []tile
}

func (a *album) collect(ch <-chan tile, stop chan<- struct{}) {
	for t := range ch {
		if t.ink == 0 {
			continue
		}
		a.tiles = append(a.tiles, t)
		if len(a.tiles) == a.want {
			close(stop)
			return
		}
	}
}

func main() {
	page := image.Rect(0, 0, 640, 480)
	ch := make(chan tile)
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for i := range 2 {
		half := page
		half.Min.X, half.Max.X = i*320, (i+1)*320
		c := &cutter{area: half, size: 32, tiles: ch, delay: 50 * time.Microsecond}
		wg.Go(func() { c.cut(stop) })
	}
	a := &album{want: 20}
	go func() {
		wg.Wait()
		close(ch)
	}()
	a.collect(ch, stop)
	wg.Wait()
	fmt.Println(len(a.tiles), "tiles")
}
