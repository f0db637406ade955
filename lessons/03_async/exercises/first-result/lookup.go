// Package lookup asks several replicas of a database and takes the first answer.
package lookup

import (
	"context"
	"errors"
)

// A Replica holds a copy of the data. Some are near, some are far, some are down.
type Replica interface {
	Get(ctx context.Context, key string) (string, error)
}

// ErrNoReplicas says that there is nobody to ask.
var ErrNoReplicas = errors.New("no replicas")

type answer struct {
	value string
	err   error
}

// First asks all replicas at once and returns the first value that arrives. When
// every replica fails, it returns what each of them says.
func First(ctx context.Context, replicas []Replica, key string) (string, error) {
	if len(replicas) == 0 {
		return "", ErrNoReplicas
	}
	answers := make(chan answer)
	for _, replica := range replicas {
		go func() {
			value, err := replica.Get(ctx, key)
			answers <- answer{value, err}
		}()
	}

	var failures []error
	for range replicas {
		a := <-answers
		if a.err == nil {
			return a.value, nil
		}
		failures = append(failures, a.err)
	}
	return "", errors.Join(failures...)
}
