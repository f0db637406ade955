// Package links checks links, each within a time limit.
package links

import (
	"context"
	"net/http"
	"time"
)

type attempt struct {
	ctx    context.Context
	cancel context.CancelFunc
}

func (a *attempt) begin(parent context.Context, limit time.Duration) {
	a.ctx, a.cancel = context.WithTimeout(parent, limit)
}

func (a *attempt) ok(link string) bool {
	req, err := http.NewRequestWithContext(a.ctx, http.MethodHead, link, nil)
	if err != nil {
		return false
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return false
	}
	resp.Body.Close()
	return resp.StatusCode < 400
}

// Broken returns the links that cannot be reached.
func Broken(ctx context.Context, links []string, limit time.Duration) []string {
	var broken []string
	for _, l := range links {
		var a attempt
		a.begin(ctx, limit)
		defer a.cancel() // BUG
		if !a.ok(l) {
			broken = append(broken, l)
		}
	}
	return broken
}
