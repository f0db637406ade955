// Package logsonly gives a fresh context to what only writes a line, and to what works.
package logsonly

import "context"

type logger interface {
	Printf(ctx context.Context, format string, args ...any)
	Infos(ctx context.Context) ([]string, error)
}

func store(ctx context.Context, item string) error { return ctx.Err() }

func Save(ctx context.Context, log logger, item string) error {
	if err := store(ctx, item); err != nil {
		log.Printf(context.Background(), "save %s: %v", item, err)
		return err
	}
	return nil
}

func SaveAll(ctx context.Context, log logger, items []string) error {
	// want +2 `deaf to cancellation: SaveAll is given ctx, but calls store with a fresh context.*\(ctx-background-inside\)`
	for _, item := range items {
		if err := store(context.Background(), item); err != nil {
			return err
		}
	}
	return nil
}

func Report(ctx context.Context, log logger) ([]string, error) {
	// want +2 `deaf to cancellation: Report is given ctx, but calls Infos with a fresh context.*\(ctx-background-inside\)`

	return log.Infos(context.Background())
}

// want +3 `deaf to cancellation: Move is given ctx, but calls store with a fresh context.*\(ctx-background-inside\)`

func Move(ctx context.Context, item string) error {
	return store(context.Background(), item) // TODO: pass ctx on
}
