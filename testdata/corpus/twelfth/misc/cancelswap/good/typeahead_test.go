package typeahead

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

func TestNewestWins(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var shown []string
		superseded := make(chan string, 8)
		b := NewBox(func(ctx context.Context, term string) ([]string, error) {
			select {
			case <-time.After(time.Duration(len(term)) * 100 * time.Millisecond):
				return []string{term + "!"}, nil
			case <-ctx.Done():
				if errors.Is(context.Cause(ctx), errSuperseded) {
					superseded <- term
				}
				return nil, context.Cause(ctx)
			}
		}, time.Second, func(term string, hits []string) { shown = append(shown, hits...) })

		b.Type("go")
		time.Sleep(10 * time.Millisecond)
		b.Type("gop")
		time.Sleep(10 * time.Millisecond)
		b.Type("goph")
		if failed := b.Idle(); failed != 0 || len(shown) != 1 || shown[0] != "goph!" {
			t.Errorf("failed %d, shown %v", failed, shown)
		}
		if len(superseded) != 2 {
			t.Errorf("%d superseded", len(superseded))
		}
		b.Type("a very long search term")
		b.Clear()
		b.Type("another very long search term")
		if failed := b.Idle(); failed != 1 {
			t.Errorf("failed %d", failed)
		}
	})
}
