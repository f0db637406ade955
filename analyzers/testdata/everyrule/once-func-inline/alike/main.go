// Command fonts draws texts with fonts that it loads when needed.
package main

import (
	"fmt"
	"strings"
	"sync"
)

var defaultGlyphs = sync.OnceValue(func() []string {
	fmt.Println("loading default font")
	return strings.Split("a b c", " ")
})

type font struct {
	glyphs func() ([]string, error)
}

func newFont(text string) *font {
	f := &font{}
	f.glyphs = sync.OnceValues(func() ([]string, error) {
		return strings.Fields(text), nil
	})
	return f
}

func (f *font) width() int {
	g, err := f.glyphs()
	if err != nil {
		return len(defaultGlyphs())
	}
	return len(g) + len(defaultGlyphs())
}

func main() {
	f := newFont("x y")
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { fmt.Println(f.width()) })
	}
	wg.Wait()
}
