package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// tail reads r piece by piece and sends the pieces.
func tail(r io.Reader, size int) <-chan []byte {
	out := make(chan []byte, 2)
	go func() {
		defer close(out)
		buf := make([]byte, size)
		for {
			n, err := r.Read(buf) // BUG: buffer-reuse, data-race
			if n > 0 {
				out <- buf[:n] // BUG: buffer-reuse, data-race
			}
			if err != nil {
				return
			}
		}
	}()
	return out
}

type counter struct {
	bytes, lines, errors int
	rest                 []byte
}

func (c *counter) feed(p []byte) {
	c.bytes += len(p)
	c.rest = append(c.rest, p...) // BUG: buffer-reuse, data-race
	for {
		i := bytes.IndexByte(c.rest, '\n')
		if i < 0 {
			return
		}
		c.lines++
		if bytes.HasPrefix(c.rest[:i], []byte("ERROR")) {
			c.errors++
		}
		c.rest = c.rest[i+1:]
	}
}

func main() {
	var sb strings.Builder
	for i := range 300 {
		if i%10 == 0 {
			fmt.Fprintf(&sb, "ERROR number %d\n", i)
		} else {
			fmt.Fprintf(&sb, "info %d\n", i)
		}
	}
	var c counter
	for p := range tail(strings.NewReader(sb.String()), 64) {
		c.feed(p)
	}
	fmt.Println(c.bytes, "bytes", c.lines, "lines", c.errors, "errors")
}
