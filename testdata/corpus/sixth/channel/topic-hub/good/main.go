package main

import (
	"fmt"
	"slices"
	"sync"

	"sixth/channel/topic-hub/good/internal/hub"
)

type reader struct {
	name  string
	lines []string
}

func (r *reader) read(in <-chan hub.Message) {
	for m := range in {
		r.lines = append(r.lines, m.Topic+": "+m.Text)
	}
}

func main() {
	h := hub.New()
	go h.Run()
	topics := map[string][]string{"ann": {"go", "music"}, "bob": {"go"}, "cid": {"sport", "music"}}
	var wg sync.WaitGroup
	var readers []*reader
	for name, ts := range topics {
		r := &reader{name: name}
		readers = append(readers, r)
		in := h.Subscribe(ts...)
		wg.Add(1)
		go func() {
			defer wg.Done()
			r.read(in)
		}()
	}
	for i := range 6 {
		h.Publish([]string{"go", "music", "sport"}[i%3], fmt.Sprint("news ", i))
	}
	h.Stop()
	wg.Wait()
	slices.SortFunc(readers, func(a, b *reader) int { return len(b.lines) - len(a.lines) })
	fmt.Println(readers[0].name, readers[0].lines)
}
