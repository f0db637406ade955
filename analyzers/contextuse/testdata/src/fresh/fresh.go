// Package fresh makes contexts where it has one.
package fresh

import "context"

type store struct{ db database }

type database interface {
	Query(ctx context.Context, text string) (string, error)
}

func (s *store) user(ctx context.Context, id string) (string, error) {
	// want +2 `deaf to cancellation: user is given ctx, but calls Query with a fresh context; .* \(ctx-background-inside\)`
	return s.db.Query(
		context.Background(), "user "+id)
}

func (s *store) users(ctx context.Context, ids []string) (all []string) {
	for _, id := range ids {
		// want +2 `users is given ctx, but calls load.* \(ctx-background-inside\)`
		name, err := s.load(
			context.TODO(), id)
		if err == nil {
			all = append(all, name)
		}
	}
	return all
}

func (s *store) load(ctx context.Context, id string) (string, error) { return s.db.Query(ctx, id) }
