package mirrors

import (
	"context"
	"fmt"
	"io"
	"strings"
)

// Mirror hands out the files it has.
type Mirror interface {
	Fetch(ctx context.Context, name string) (io.Reader, error)
}

type ctxKey struct{}

// WithAgent names the one who is asking.
func WithAgent(ctx context.Context, agent string) context.Context {
	return context.WithValue(ctx, ctxKey{}, agent)
}

func agent(ctx context.Context) string {
	if s, ok := ctx.Value(ctxKey{}).(string); ok {
		return s
	}
	return "nobody"
}

type outcome struct {
	text string
	err  error
}

// Get reads a file from the mirror that is quickest.
func Get(ctx context.Context, name string, from ...Mirror) (string, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	results := make(chan outcome)
	for _, m := range from {
		go func() {
			o := read(ctx, m, name)
			select {
			case results <- o:
			case <-ctx.Done():
			}
		}()
	}
	var last error
	for range from {
		select {
		case o := <-results:
			if o.err == nil {
				return o.text, nil
			}
			last = o.err
		case <-ctx.Done():
			return "", ctx.Err()
		}
	}
	return "", fmt.Errorf("%s could not get %s: %w", agent(ctx), name, last)
}

func read(ctx context.Context, m Mirror, name string) outcome {
	r, err := m.Fetch(ctx, name)
	if err != nil {
		return outcome{err: err}
	}
	var b strings.Builder
	_, err = io.Copy(&b, r)
	return outcome{b.String(), err}
}
