package main

import (
	"fmt"
	"io"
	"strings"
)

type frame struct {
	seq  int
	data []byte
}

// split reads src in blocks of size bytes.
func split(src io.Reader, size int, out chan<- frame) {
	defer close(out)
	buf := make([]byte, size)
	for seq := 0; ; seq++ {
		n, err := io.ReadFull(src, buf) // BUG: buffer-reuse
		if n > 0 {
			out <- frame{seq, buf[:n]} // BUG: buffer-reuse
		}
		if err != nil {
			return
		}
	}
}

func letters(b []byte) int {
	n := 0
	for _, c := range b { // BUG: buffer-reuse
		if c != ' ' {
			n++
		}
	}
	return n
}

func main() {
	src := strings.NewReader("the quick brown fox jumps over the lazy dog again and again")
	frames := make(chan frame, 2)
	go split(src, 8, frames)
	blocks := 0
	for f := range frames {
		if letters(f.data) >= 0 {
			blocks++
		}
	}
	fmt.Println(blocks, "blocks")
}
