// Package main is correct: it must get no report.
package main

import (
	"context"
	"log"
	"time"
)

func ping(ctx context.Context) error { return ctx.Err() }

func mustPing() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	if ping(ctx) == nil {
		cancel()
		return
	}
	log.Fatal("dead")
}

func main() { mustPing() }
