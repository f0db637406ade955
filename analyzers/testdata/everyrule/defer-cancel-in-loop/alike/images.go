// Package images checks the images of a page, each within a time limit.
package images

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

// Checker checks images.
type Checker struct {
	Client *http.Client
	Limit  time.Duration
}

func (c *Checker) head(ctx context.Context, link string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, link, nil)
	if err != nil {
		return err
	}
	resp, err := c.Client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return fmt.Errorf("%s: %s", link, resp.Status)
	}
	return nil
}

// Check returns the first error of an image.
func (c *Checker) Check(ctx context.Context, links []string) error {
	for _, l := range links {
		err := func() error {
			ctx, cancel := context.WithTimeout(ctx, c.Limit)
			defer cancel()
			return c.head(ctx, l)
		}()
		if err != nil {
			return err
		}
	}
	return nil
}
