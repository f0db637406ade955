// Command logfmt formats log lines with buffers from a pool.
package main

import (
	"bytes"
	"fmt"
	"sync"
)

var pool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func release(b *bytes.Buffer) {
	b.Reset()
	pool.Put(b)
}

func format(level, text string) []byte {
	b := pool.Get().(*bytes.Buffer)
	fmt.Fprintf(b, "%s: %s\n", level, text)
	line := b.Bytes()
	release(b)
	return line // BUG
}

func main() {
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for range 100 {
				line := format("info", fmt.Sprint("worker ", i))
				if !bytes.HasSuffix(line, fmt.Appendln(nil, i)) {
					fmt.Printf("garbled: %q\n", line)
				}
			}
		})
	}
	wg.Wait()
}
