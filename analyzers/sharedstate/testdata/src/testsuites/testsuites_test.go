// Package testsuites has tests that are methods: a function that is not seen runs them.
package testsuites

import (
	"context"
	"testing"
	"time"
)

type client interface{ Call(context.Context) error }

// serve starts a server that calls back for each request, over the network.
var serve func(handle func()) client

type s struct{}

func expect(t *testing.T, requests chan struct{}) {
	t.Helper()
	select {
	case <-time.After(time.Second):
		t.Fatal("no request")
	case <-requests:
	}
}

// The second context is made when the first request has come.
func (s) TestTwoRequests(t *testing.T) {
	requests := make(chan struct{}, 1)
	c := serve(func() { requests <- struct{}{} })
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	go func() { c.Call(ctx) }()
	expect(t, requests)
	ctx, cancel = context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	c.Call(ctx)
}

// Nothing has come here yet.
func (s) TestNoRequest(t *testing.T) {
	c := serve(func() {})
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	go func() { c.Call(ctx) }()
	ctx, cancel = context.WithTimeout(context.Background(), time.Millisecond) // want `\(captured-variable\)`
	defer cancel()
	c.Call(ctx)
}
