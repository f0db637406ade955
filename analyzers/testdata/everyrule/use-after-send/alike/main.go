// Command film sends frames to an encoder and uses them again.
package main

import "fmt"

type frame struct {
	seq    int
	pixels [16]byte
}

type camera struct {
	out  chan *frame
	back chan *frame
	meta chan frame
}

func (c *camera) shoot(n int) {
	defer close(c.out)
	defer close(c.meta)
	info := frame{}
	f := &frame{}
	for i := range n {
		f.seq = i
		f.pixels[0] = byte(i)
		c.out <- f
		info.seq = i
		c.meta <- info // a copy
		f = <-c.back
	}
}

func main() {
	c := &camera{out: make(chan *frame), back: make(chan *frame), meta: make(chan frame)}
	go c.shoot(100)
	sum := 0
	for f := range c.out {
		sum += f.seq + int(f.pixels[0]) + (<-c.meta).seq
		c.back <- f
	}
	fmt.Println("sum:", sum)
}
