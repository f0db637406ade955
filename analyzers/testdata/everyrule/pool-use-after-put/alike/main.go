// Command logfmt formats log lines with buffers from a pool.
package main

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
)

var pool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func release(b *bytes.Buffer) {
	if b.Cap() > 1<<16 {
		return
	}
	b.Reset()
	pool.Put(b)
}

func format(level, text string) (string, int) {
	b := pool.Get().(*bytes.Buffer)
	defer release(b)
	fmt.Fprintf(b, "%s: ", level)
	if text == "" {
		return b.String(), b.Len()
	}
	b.WriteString(text)
	line := b.String()
	return line, b.Len()
}

func main() {
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			line, n := format("info", fmt.Sprint("worker ", i))
			b := pool.Get().(*bytes.Buffer)
			b.WriteString(line)
			ok := strings.HasPrefix(b.String(), "info") && n > 0
			release(b)
			b = nil
			fmt.Println(line, ok, b == nil)
		})
	}
	wg.Wait()
}
