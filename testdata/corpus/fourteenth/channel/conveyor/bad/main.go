package main

import (
	"fmt"
	"strings"
)

func feed(items ...string) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for _, it := range items {
			out <- it
		}
	}()
	return out
}

func stage[I, O any](in <-chan I, hands int, work func(I) O) <-chan O {
	out := make(chan O, hands) // BUG: range-never-closed
	for range hands {
		go func() {
			for v := range in { // BUG: range-never-closed
				out <- work(v)
			}
		}()
	}
	return out
}

type box struct {
	label string
	cost  int
}

func pack(name string) box {
	return box{label: strings.ToUpper(name), cost: 2 * len(name)}
}

func stamp(b box) box {
	b.label += "/NL"
	b.cost++
	return b
}

func main() {
	raw := feed("vase", "clock", "kettle", "mirror", "radio", "globe")
	packed := stage(raw, 2, pack)
	ready := stage(packed, 3, stamp)
	total, n := 0, 0
	for b := range ready { // BUG: range-never-closed
		total += b.cost
		n++
	}
	fmt.Println(n, "boxes for", total)
}
