package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

// plugin is a file format; Init may look at formats it builds upon.
type plugin interface {
	Init(find func(name string) plugin)
	Decode(s string) []string
}

type lines struct{}

func (lines) Init(func(string) plugin) {}
func (lines) Decode(s string) []string { return strings.Split(s, ";") }

type csv struct{ rows plugin }

func (c *csv) Init(find func(string) plugin) { c.rows = find("lines") }

func (c *csv) Decode(s string) []string {
	var cells []string
	for _, row := range c.rows.Decode(s) {
		cells = append(cells, strings.Split(row, ",")...)
	}
	return cells
}

type registry struct {
	available map[string]plugin
	loaded    func() map[string]plugin
}

func newRegistry(available map[string]plugin) *registry {
	r := &registry{available: available}
	r.loaded = sync.OnceValue(r.load)
	return r
}

func (r *registry) load() map[string]plugin {
	names := make([]string, 0, len(r.available))
	for n := range r.available {
		names = append(names, n)
	}
	sort.Strings(names)
	ready := make(map[string]plugin)
	for _, n := range names {
		p := r.available[n]
		p.Init(func(name string) plugin { return r.available[name] })
		ready[n] = p
	}
	return ready
}

func (r *registry) find(name string) plugin {
	return r.loaded()[name]
}

func main() {
	r := newRegistry(map[string]plugin{"csv": &csv{}, "lines": lines{}})
	var wg sync.WaitGroup
	for _, doc := range []string{"a,b;c", "1,2,3"} {
		wg.Go(func() {
			fmt.Println(r.find("csv").Decode(doc))
		})
	}
	wg.Wait()
}
