// Package export writes pages in order while they are formatted in parallel.
package export

import (
	"context"
	"fmt"
	"io"
	"strings"

	"golang.org/x/sync/errgroup"
)

// Page is a part of a table.
type Page struct {
	Number int
	Rows   []string
}

// Source yields pages until it returns io.EOF.
type Source interface {
	Page(n int) (Page, error)
}

type formatted struct {
	text string
	err  error
}

type work struct {
	page  Page
	reply chan formatted
}

// Exporter writes pages.
type Exporter struct {
	Workers int
	Format  func(Page) (string, error)
}

func (e *Exporter) produce(ctx context.Context, src Source, todo, order chan<- work) error {
	defer close(todo)
	defer close(order)
	for n := 0; ; n++ {
		p, err := src.Page(n)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("page %d: %w", n, err)
		}
		w := work{p, make(chan formatted, 1)}
		for _, c := range []chan<- work{order, todo} {
			select {
			case c <- w:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
}

func (e *Exporter) work(todo <-chan work) error {
	for w := range todo {
		text, err := e.Format(w.page)
		w.reply <- formatted{text, err}
	}
	return nil
}

func (e *Exporter) write(ctx context.Context, order <-chan work, out io.Writer) error {
	for {
		var w work
		var ok bool
		select {
		case w, ok = <-order:
			if !ok {
				return nil
			}
		case <-ctx.Done():
			return ctx.Err()
		}
		select {
		case f := <-w.reply:
			if f.err != nil {
				return fmt.Errorf("page %d: %w", w.page.Number, f.err)
			}
			if _, err := io.WriteString(out, f.text); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// Run exports all pages of src to out.
func (e *Exporter) Run(ctx context.Context, src Source, out io.Writer) error {
	g, ctx := errgroup.WithContext(ctx)
	todo := make(chan work)
	order := make(chan work, e.Workers)
	g.Go(func() error { return e.produce(ctx, src, todo, order) })
	for range e.Workers {
		g.Go(func() error { return e.work(todo) })
	}
	g.Go(func() error { return e.write(ctx, order, out) })
	return g.Wait()
}

// Plain writes the rows as they are.
func Plain(p Page) (string, error) {
	for _, r := range p.Rows {
		if strings.Contains(r, "\n") {
			return "", fmt.Errorf("row %q has two lines", r)
		}
	}
	return strings.Join(p.Rows, "\n") + "\n", nil
}
