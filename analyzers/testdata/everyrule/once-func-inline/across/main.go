// Command fonts draws texts with a font that it loads when needed.
package main

import (
	"fmt"
	"sync"
)

var glyphs map[rune]int

func load() {
	fmt.Println("loading font")
	glyphs = make(map[rune]int)
	for r := 'a'; r <= 'z'; r++ {
		glyphs[r] = int(r-'a') + 5
	}
}

func ensureFont() {
	sync.OnceFunc(load)() // BUG
}

func width(text string) (w int) {
	ensureFont()
	for _, r := range text {
		w += glyphs[r]
	}
	return w
}

func main() {
	fmt.Println(width("hello"))
	fmt.Println(width("world"))
}
