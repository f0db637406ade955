package mirrors

import (
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
)

var errMissing = errors.New("no such file")

type shelf map[string]string

func (s shelf) Fetch(_ context.Context, name string) (io.Reader, error) {
	text, ok := s[name]
	if !ok {
		return nil, errMissing
	}
	return strings.NewReader(text), nil
}

type distant struct{ Mirror }

func (d distant) Fetch(ctx context.Context, name string) (io.Reader, error) {
	select {
	case <-time.After(time.Minute):
		return d.Mirror.Fetch(ctx, name)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func TestGet(t *testing.T) {
	before := runtime.NumGoroutine()
	near := shelf{"a.txt": "alpha"}
	for range 5 {
		got, err := Get(context.Background(), "a.txt", near, distant{near}, shelf{})
		if err != nil || got != "alpha" {
			t.Fatalf("got %q, %v", got, err)
		}
	}
	_, err := Get(WithAgent(context.Background(), "Lena"), "b.txt", near, shelf{})
	if !errors.Is(err, errMissing) || !strings.HasPrefix(err.Error(), "Lena") {
		t.Errorf("got %v", err)
	}
	for i := 0; runtime.NumGoroutine() > before; i++ {
		if i == 300 {
			t.Fatal("goroutines left behind")
		}
		time.Sleep(10 * time.Millisecond)
	}
}
