package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"tenth/race/importer/good/catalog"
)

// folder is a set of feeds in memory.
type folder map[string]string

func (f folder) Open(_ context.Context, s string) (io.ReadCloser, error) {
	text, ok := f[s]
	if !ok {
		return nil, fmt.Errorf("no feed of %s", s)
	}
	return &body{text}, nil
}

// body arrives in small pieces.
type body struct{ rest string }

func (b *body) Read(p []byte) (int, error) {
	if b.rest == "" {
		return 0, io.EOF
	}
	time.Sleep(100 * time.Microsecond)
	n := copy(p[:min(len(p), 160)], b.rest)
	b.rest = b.rest[n:]
	return n, nil
}

func (b *body) Close() error { return nil }

func main() {
	f := folder{}
	var names []string
	for i := range 4 {
		var sb strings.Builder
		for n := range 200 {
			fmt.Fprintf(&sb, "sku%d;%d\n", n, 100+(n+i)%7)
			if n%10 == 0 {
				fmt.Fprintf(&sb, "sku%d;on demand\n", n)
			}
		}
		name := fmt.Sprint("supplier", i)
		f[name] = sb.String()
		names = append(names, name)
	}
	c := catalog.New()
	rejects, err := c.Import(context.Background(), f, names...)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	p, _ := c.Cheapest("sku7")
	fmt.Println(len(rejects), "rejects, sku7 from", p.Supplier)
	if _, err := c.Import(context.Background(), f, "nobody"); err == nil {
		os.Exit(1)
	}
}
