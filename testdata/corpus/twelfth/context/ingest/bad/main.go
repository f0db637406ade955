package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"sync"

	"twelfth/context/ingest/bad/pipeline"
)

var errMalformed = errors.New("malformed record")

type tableSink struct {
	mu   sync.Mutex
	rows map[string]string
}

func (t *tableSink) Store(ctx context.Context, r pipeline.Record) error {
	k, v, ok := strings.Cut(r.Line, "=")
	if !ok {
		return errMalformed
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows[k] = v
	return nil
}

func generate(n, bad int) string {
	var b strings.Builder
	b.WriteString("# generated\n")
	for i := range n {
		if i == bad {
			b.WriteString("???\n")
			continue
		}
		fmt.Fprintf(&b, "key%03d=%d\n", i, i*i)
	}
	return b.String()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	for _, bad := range []int{-1, 95, 20} {
		sink := &tableSink{rows: make(map[string]string)}
		rep, err := pipeline.Run(ctx, pipeline.Lines(generate(100, bad)), sink, 1)
		if err != nil {
			fmt.Println("import failed:", err)
			continue
		}
		fmt.Printf("imported %d rows, skipped %d lines\n", rep.Stored, rep.Skipped)
	}
}
