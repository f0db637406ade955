package main

import (
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"time"

	"golang.org/x/sync/errgroup"
)

type document struct {
	name string
	text string
}

type report struct {
	sum   uint32
	words int
}

var errEmpty = errors.New("empty document")

func inspect(ctx context.Context, d document, r *report) error {
	select {
	case <-time.After(time.Duration(len(d.name)) * time.Millisecond):
	case <-ctx.Done():
		return ctx.Err()
	}
	if d.text == "" {
		return fmt.Errorf("%s: %w", d.name, errEmpty)
	}
	r.sum = crc32.ChecksumIEEE([]byte(d.text))
	inWord := false
	for _, c := range d.text {
		if c != ' ' && !inWord {
			r.words++
		}
		inWord = c != ' '
	}
	return nil
}

func inspectAll(ctx context.Context, docs []document) ([]report, error) {
	reports := make([]report, len(docs))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(3)
	for i := range docs {
		g.Go(func() error {
			return inspect(ctx, docs[i], &reports[i])
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return reports, nil
}

func main() {
	docs := []document{
		{"readme", "please read me first"},
		{"license", "do what you want"},
		{"todo", "everything"},
		{"news", "nothing  new"},
	}
	rs, err := inspectAll(context.Background(), docs)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for i, r := range rs {
		fmt.Printf("%-8s %08x %d\n", docs[i].name, r.sum, r.words)
	}
	docs = append(docs, document{name: "x"})
	if _, err := inspectAll(context.Background(), docs); !errors.Is(err, errEmpty) {
		fmt.Fprintln(os.Stderr, "no error:", err)
		os.Exit(1)
	}
}
