package main

import (
	"fmt"
	"strings"
)

func main() {
	raw := make(chan *Batch, 2)
	stages := []Stage{
		{"upper", 3, func(b *Batch) {
			for i, l := range b.Lines {
				b.Lines[i] = strings.ToUpper(l)
			}
		}},
		{"sort", 2, (*Batch).normalise},
	}
	var flow <-chan *Batch = raw
	for _, s := range stages {
		flow = s.run(flow)
	}
	go func() {
		defer close(raw)
		b := NewBuilder(4, raw)
		for i := range 30 {
			b.Line(fmt.Sprintf("line %d", i))
		}
		b.Flush()
	}()
	sum := collect(flow)
	fmt.Println(len(sum.Lines), sum.Fields["lines"], sum.Fields["bytes"], sum.Fields["upper"], sum.Fields["sort"])
}
