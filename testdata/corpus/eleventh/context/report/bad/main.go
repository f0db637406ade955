package main

import (
	"context"
	"fmt"
	"log"
	"maps"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"
)

type section struct {
	title string
	query func(ctx context.Context) (float64, error)
}

type archive interface {
	Save(ctx context.Context, key, text string) error
}

type memArchive map[string]string

func (m memArchive) Save(ctx context.Context, key, text string) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("save %s: %w", key, err)
	}
	m[key] = text
	return nil
}

func slowValue(v float64, d time.Duration) func(context.Context) (float64, error) {
	return func(ctx context.Context) (float64, error) {
		select {
		case <-time.After(d):
			return v, nil
		case <-ctx.Done():
			return 0, ctx.Err()
		}
	}
}

// buildReport runs all queries side by side and keeps a copy of the text in
// the archive. A failing archive does not spoil the report.
func buildReport(ctx context.Context, day string, sections []section, ar archive) (string, error) {
	g, ctx := errgroup.WithContext(ctx) // BUG: ctx-ignored
	values := make([]float64, len(sections))
	for i, s := range sections {
		g.Go(func() error {
			v, err := s.query(ctx)
			if err != nil {
				return fmt.Errorf("%s: %w", s.title, err)
			}
			values[i] = v
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return "", err
	}

	var sb strings.Builder
	fmt.Fprintf(&sb, "Report of %s\n", day)
	for i, s := range sections {
		fmt.Fprintf(&sb, "%-10s %10.2f\n", s.title, values[i])
	}
	if err := ar.Save(ctx, "report/"+day, sb.String()); err != nil { // BUG: ctx-ignored
		log.Println("not archived:", err)
	}
	return sb.String(), nil
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()

	ar := memArchive{}
	text, err := buildReport(ctx, "2024-05-17", []section{
		{"sales", slowValue(1830.5, 4*time.Millisecond)},
		{"returns", slowValue(112, 2*time.Millisecond)},
		{"shipping", slowValue(96.25, 7*time.Millisecond)},
	}, ar)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(text)
	fmt.Println("archived:", slices.Sorted(maps.Keys(ar)))
}
