package fetch

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

type slow time.Duration

func (d slow) Get(_ context.Context, name string) (io.Reader, error) {
	time.Sleep(time.Duration(d))
	if strings.HasPrefix(name, "x") {
		return nil, errors.New("404")
	}
	return strings.NewReader(name), nil
}

func TestAll(t *testing.T) {
	m := NewManager(slow(0), Workers(3), Retries(2), Log(t.Logf))
	rs, err := m.Fetch(context.Background(), "a", "bb", "xx")
	if err != nil || len(rs) != 3 || m.Tries("xx") != 3 {
		t.Error(rs, err)
	}
}

func TestDeadline(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	m := NewManager(slow(50 * time.Millisecond))
	if _, err := m.Fetch(ctx, "a", "b", "c"); !errors.Is(err, ErrIncomplete) {
		t.Error(err)
	}
}
