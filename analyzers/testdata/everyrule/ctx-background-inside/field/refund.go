// Package refund gives money back to cards.
package refund

import (
	"context"
	"net/http"
	"net/url"
)

// Gateway is the address of a bank.
type Gateway struct {
	URL    string
	Client *http.Client
}

type call struct {
	ctx  context.Context
	form url.Values
}

func (g *Gateway) send(c *call) error {
	addr := g.URL + "?" + c.form.Encode()
	req, err := http.NewRequestWithContext(c.ctx, http.MethodPost, addr, nil)
	if err != nil {
		return err
	}
	resp, err := g.Client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Refund gives back what was paid under the number.
func (g *Gateway) Refund(ctx context.Context, number string) error {
	if number == "" {
		return ctx.Err()
	}
	c := &call{
		ctx:  context.TODO(), // BUG
		form: url.Values{"number": {number}},
	}
	return g.send(c)
}
