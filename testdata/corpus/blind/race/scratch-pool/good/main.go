package main

import (
	"bytes"
	"fmt"
	"sync"
)

var scratch = sync.Pool{New: func() any { return new(bytes.Buffer) }}

type point struct{ x, y int }

func (p point) encode() string {
	b := scratch.Get().(*bytes.Buffer)
	defer scratch.Put(b)
	b.Reset()
	fmt.Fprintf(b, "(%d|%d)", p.x, p.y)
	return b.String()
}

func main() {
	out := make([]string, 50)
	var wg sync.WaitGroup
	for i := range out {
		wg.Go(func() { out[i] = point{i, -i}.encode() })
	}
	wg.Wait()
	fmt.Println(out[0], out[49])
}
