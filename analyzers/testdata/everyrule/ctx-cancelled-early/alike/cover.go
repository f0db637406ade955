// Package cover downloads the cover pictures of a podcast.
package cover

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

type body struct {
	io.ReadCloser
	cancel context.CancelFunc
}

func (b *body) Close() error {
	defer b.cancel()
	return b.ReadCloser.Close()
}

// Open opens a picture; the caller must close it.
func Open(ctx context.Context, url string) (_ io.ReadCloser, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer func() {
		if err != nil {
			cancel()
		}
	}()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, fmt.Errorf("cover: %s", resp.Status)
	}
	return &body{resp.Body, cancel}, nil
}
