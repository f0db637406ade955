package main

import (
	"fmt"
	"log"
	"path"
	"sort"
	"sync"

	"golang.org/x/sync/errgroup"
)

type thumb struct {
	Name string
	W, H int
}

func shrink(name string) (thumb, error) {
	if path.Ext(name) != ".png" {
		return thumb{}, fmt.Errorf("%s: not a png", name)
	}
	return thumb{Name: "t_" + name, W: 64, H: 48}, nil
}

func makeAll(names []string) ([]thumb, error) {
	var (
		g   errgroup.Group
		mu  sync.Mutex
		out []thumb
	)
	g.SetLimit(4)
	for _, n := range names {
		g.Go(func() error {
			t, err := shrink(n)
			if err != nil {
				return err
			}
			mu.Lock()
			out = append(out, t)
			mu.Unlock()
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out, nil
}

func main() {
	var names []string
	for i := range 20 {
		names = append(names, fmt.Sprintf("holiday%02d.png", i))
	}
	ts, err := makeAll(names)
	if err != nil {
		log.Fatal(err)
	}
	for _, t := range ts {
		fmt.Println(t.Name, t.W, t.H)
	}
}
