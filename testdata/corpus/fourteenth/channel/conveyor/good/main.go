package main

import (
	"fmt"
	"strings"
	"sync"
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
	out := make(chan O, hands)
	var wg sync.WaitGroup
	for range hands {
		wg.Go(func() {
			for v := range in {
				out <- work(v)
			}
		})
	}
	go func() {
		wg.Wait()
		close(out)
	}()
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
	for b := range ready {
		total += b.cost
		n++
	}
	fmt.Println(n, "boxes for", total)
}
