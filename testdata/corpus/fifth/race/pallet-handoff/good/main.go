package main

import "fmt"

type tray struct {
	id     int
	rolls  []string
	baked  bool
	glazed int
}

func knead(n int) <-chan *tray {
	out := make(chan *tray)
	go func() {
		defer close(out)
		for i := range n {
			t := &tray{id: i}
			for j := range i%3 + 2 {
				t.rolls = append(t.rolls, fmt.Sprintf("roll-%d.%d", i, j))
			}
			out <- t
		}
	}()
	return out
}

func bake(in <-chan *tray) <-chan *tray {
	out := make(chan *tray, 2)
	go func() {
		defer close(out)
		for t := range in {
			t.baked = true
			out <- t
		}
	}()
	return out
}

func glaze(in <-chan *tray) <-chan *tray {
	out := make(chan *tray, 2)
	go func() {
		defer close(out)
		for t := range in {
			for range t.rolls {
				t.glazed++
			}
			out <- t
		}
	}()
	return out
}

func main() {
	sum := 0
	for t := range glaze(bake(knead(12))) {
		if !t.baked {
			panic("raw tray")
		}
		sum += t.glazed
		t.rolls = nil
	}
	fmt.Println("glazed rolls:", sum)
}
