package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"strconv"
	"strings"
	"sync"
)

type picture struct {
	name          string
	width, height int
}

type thumb struct {
	picture
	scale float64
}

var errFormat = errors.New("want name:WIDTHxHEIGHT")

func parse(s string) (picture, error) {
	name, size, ok := strings.Cut(s, ":")
	if !ok {
		return picture{}, errFormat
	}
	ws, hs, ok := strings.Cut(size, "x")
	if !ok {
		return picture{}, errFormat
	}
	w, err := strconv.Atoi(ws)
	if err != nil {
		return picture{}, err
	}
	h, err := strconv.Atoi(hs)
	if err != nil {
		return picture{}, err
	}
	return picture{name, w, h}, nil
}

// load is the first stage; it gives up at the first broken entry.
func load(specs []string) <-chan picture {
	out := make(chan picture)
	go func() {
		defer close(out)
		for i, s := range specs {
			p, err := parse(s)
			if err != nil {
				log.Printf("entry %d (%q): %v", i, s, err)
				return
			}
			out <- p
		}
	}()
	return out
}

func shrink(in <-chan picture, edge int, workers int) <-chan thumb {
	out := make(chan thumb)
	var wg sync.WaitGroup
	wg.Add(workers)
	for range workers {
		go func() {
			defer wg.Done()
			for p := range in {
				f := float64(edge) / float64(max(p.width, p.height))
				p.width = int(float64(p.width) * f)
				p.height = int(float64(p.height) * f)
				out <- thumb{picture: p, scale: f}
			}
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func main() {
	specs := os.Args[1:]
	if len(specs) == 0 {
		specs = []string{"beach:4000x3000", "tower:1200x2400", "cat:800*600", "lake:3000x2000"}
	}
	n := 0
	for t := range shrink(load(specs), 160, 3) {
		fmt.Printf("%-8s %4dx%-4d (%.3f)\n", t.name, t.width, t.height, t.scale)
		n++
	}
	fmt.Println(n, "thumbnails")
}
