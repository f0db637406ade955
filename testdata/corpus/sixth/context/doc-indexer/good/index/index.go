// Package index builds an index of the words of documents.
package index

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"
)

// ErrBinary is returned for documents that hold no text.
var ErrBinary = errors.New("binary document")

// Doc is a document.
type Doc struct {
	Name string
	Text string
}

type posting struct {
	word string
	doc  string
}

// Index knows the documents of each word.
type Index map[string][]string

// Docs lists the documents with a word.
func (x Index) Docs(word string) []string { return x[strings.ToLower(word)] }

func (x Index) add(p posting) {
	if !slices.Contains(x[p.word], p.doc) {
		x[p.word] = append(x[p.word], p.doc)
	}
}

// Builder runs the stages.
type Builder struct {
	Tokenizers int
	Stop       []string
}

func (b *Builder) feed(ctx context.Context, docs []Doc, out chan<- Doc) error {
	defer close(out)
	for _, d := range docs {
		select {
		case out <- d:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

func (b *Builder) tokenize(ctx context.Context, in <-chan Doc, out chan<- posting) error {
	for d := range in {
		if strings.ContainsRune(d.Text, 0) {
			return fmt.Errorf("%s: %w", d.Name, ErrBinary)
		}
		for _, w := range strings.Fields(strings.ToLower(d.Text)) {
			if slices.Contains(b.Stop, w) {
				continue
			}
			select {
			case out <- posting{w, d.Name}:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
	return nil
}

func (b *Builder) collect(ctx context.Context, in <-chan posting, x Index) error {
	for {
		select {
		case p, ok := <-in:
			if !ok {
				return nil
			}
			x.add(p)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// Build indexes all documents or returns the first error.
func (b *Builder) Build(ctx context.Context, docs []Doc) (Index, error) {
	g, ctx := errgroup.WithContext(ctx)
	in := make(chan Doc)
	postings := make(chan posting, 8)
	g.Go(func() error { return b.feed(ctx, docs, in) })

	tokenizers := make(chan struct{}, b.Tokenizers)
	for range b.Tokenizers {
		g.Go(func() error {
			defer func() { tokenizers <- struct{}{} }()
			return b.tokenize(ctx, in, postings)
		})
	}
	g.Go(func() error {
		defer close(postings)
		for range b.Tokenizers {
			<-tokenizers
		}
		return nil
	})

	x := make(Index)
	g.Go(func() error { return b.collect(ctx, postings, x) })
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return x, nil
}
