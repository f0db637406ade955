package linkcheck

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
)

type suffixProber string

func (s suffixProber) Alive(ctx context.Context, url string) (bool, error) {
	if url == "" {
		return false, errors.New("empty address")
	}
	return !strings.HasSuffix(url, string(s)), ctx.Err()
}

func TestCheckListsDeadLinks(t *testing.T) {
	var urls []string
	for i := range 200 {
		urls = append(urls, fmt.Sprintf("https://example.org/%d.gif", i), fmt.Sprintf("https://example.org/%d.png", i))
	}
	rep, err := Check(t.Context(), suffixProber(".gif"), urls)
	if err != nil {
		t.Fatal(err)
	}
	if len(rep.Broken) != 200 {
		t.Errorf("%d broken links, want 200", len(rep.Broken))
	}
}

func TestCheckStopsOnError(t *testing.T) {
	if _, err := Check(t.Context(), suffixProber(".gif"), []string{"a.png", ""}); err == nil {
		t.Error("expected an error")
	}
}
