// flagbook: layered settings. Each release adds a layer on top of the one
// before; older releases stay readable for as long as anybody holds them.
package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
)

type layer struct {
	below *layer
	name  string
	own   map[string]string
	gone  map[string]bool
	depth int
}

func (l *layer) get(key string) (string, bool) {
	for ; l != nil; l = l.below {
		if l.gone[key] {
			return "", false
		}
		if v, ok := l.own[key]; ok {
			return v, true
		}
	}
	return "", false
}

func (l *layer) keys() []string {
	seen := map[string]bool{}
	var out []string
	for cur := l; cur != nil; cur = cur.below {
		for k := range cur.own {
			if !seen[k] {
				seen[k] = true
				if _, ok := l.get(k); ok {
					out = append(out, k)
				}
			}
		}
	}
	sort.Strings(out)
	return out
}

// flatten merges the chain into a single layer.
func (l *layer) flatten(name string) *layer {
	flat := &layer{name: name, own: map[string]string{}, depth: 1}
	for _, k := range l.keys() {
		flat.own[k], _ = l.get(k)
	}
	return flat
}

type book struct {
	top      atomic.Pointer[layer]
	editing  sync.Mutex
	maxDepth int
	released []*layer
}

type edit func(*layer)

func set(k, v string) edit { return func(l *layer) { l.own[k] = v; delete(l.gone, k) } }
func drop(k string) edit   { return func(l *layer) { l.gone[k] = true; delete(l.own, k) } }

func (b *book) release(name string, edits ...edit) *layer {
	b.editing.Lock()
	defer b.editing.Unlock()
	below := b.top.Load()
	if below != nil && below.depth >= b.maxDepth {
		below = below.flatten(below.name)
	}
	next := &layer{below: below, name: name, own: map[string]string{}, gone: map[string]bool{}, depth: 1}
	if below != nil {
		next.depth = below.depth + 1
	}
	for _, e := range edits {
		e(next)
	}
	b.top.Store(next)
	b.released = append(b.released, next)
	return next
}

func main() {
	b := &book{maxDepth: 3}
	b.release("r0", set("color", "red"), set("size", "m"))

	var wg sync.WaitGroup
	var lookups atomic.Int64
	for range 3 {
		wg.Go(func() {
			for range 500 {
				l := b.top.Load()
				for _, k := range l.keys() {
					if _, ok := l.get(k); !ok {
						panic(l.name + " lost " + k)
					}
					lookups.Add(1)
				}
			}
		})
	}
	for i := 1; i <= 40; i++ {
		e := []edit{set("build", fmt.Sprint(i))}
		if i%3 == 0 {
			e = append(e, drop("size"))
		} else {
			e = append(e, set("size", strings.Repeat("x", i%4)+"l"))
		}
		b.release(fmt.Sprintf("r%d", i), e...)
	}
	wg.Wait()

	for _, l := range b.released[38:] {
		fmt.Println(l.name, l.keys())
	}
	fmt.Println("looked up:", lookups.Load() > 0)
}
