package main

import (
	"fmt"
	"strings"
	"sync"

	"fifth/race/spell-cache/good/dict"
)

const text = `the bakr opens at sevn
fresh bred and rolls and bred
the ovn is hot at sevn
rols for the bakr
bred from the ovn`

type finding struct {
	line int
	word string
	hint string
}

type checker struct {
	words   dict.Words
	suggest dict.Suggester
}

func (c *checker) line(n int, s string) (fs []finding) {
	for w := range strings.FieldsSeq(s) {
		if !c.words.Has(w) {
			fs = append(fs, finding{n + 1, w, c.suggest(w)})
		}
	}
	return fs
}

func (c *checker) run(text string) [][]finding {
	lines := strings.Split(text, "\n")
	out := make([][]finding, len(lines))
	var wg sync.WaitGroup
	for i, l := range lines {
		wg.Go(func() { out[i] = c.line(i, l) })
	}
	wg.Wait()
	return out
}

func main() {
	words := dict.Parse("the baker opens at seven fresh bread and rolls oven is hot for from")
	c := &checker{words: words, suggest: dict.Memo(words.Suggest)}
	for _, fs := range c.run(text) {
		for _, f := range fs {
			fmt.Printf("%d: %s -> %s\n", f.line, f.word, f.hint)
		}
	}
}
