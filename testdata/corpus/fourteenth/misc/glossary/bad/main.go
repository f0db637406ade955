package main

import (
	"fmt"
	"strings"
	"sync"
)

const source = `bow: front of a vessel
stern: rear of a vessel
prow: see bow
aft: toward the rear
poop: see stern
`

type glossary struct {
	once  sync.Once
	text  string
	terms map[string]string
}

func (g *glossary) define(word string) string {
	g.once.Do(g.parse) // BUG: once-deadlock
	return g.terms[word]
}

func (g *glossary) parse() {
	g.terms = make(map[string]string)
	for line := range strings.Lines(g.text) {
		word, meaning, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			continue
		}
		if other, see := strings.CutPrefix(meaning, "see "); see {
			meaning = g.define(other) // BUG: once-deadlock
		}
		g.terms[word] = meaning
	}
}

func main() {
	g := &glossary{text: source}
	words := []string{"prow", "aft", "poop"}
	out := make([]string, len(words))
	var wg sync.WaitGroup
	for i, w := range words {
		wg.Go(func() { out[i] = g.define(w) })
	}
	wg.Wait() // BUG: once-deadlock
	fmt.Println(strings.Join(out, "; "))
}
