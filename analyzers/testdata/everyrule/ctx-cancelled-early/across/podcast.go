// Package podcast downloads the episodes of a podcast.
package podcast

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

func open(ctx context.Context, url string) (io.ReadCloser, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel() // BUG?
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
		return nil, fmt.Errorf("podcast: %s", resp.Status)
	}
	return resp.Body, nil // BUG?
}

// Save writes an episode to w.
func Save(ctx context.Context, w io.Writer, url string) error {
	body, err := open(ctx, url)
	if err != nil {
		return err
	}
	defer body.Close()
	_, err = io.Copy(w, body) // BUG?
	return err
}
