// Package retries gives its contexts away and sleeps without a look at them.
package retries

import (
	"context"
	"errors"
	"fmt"
	"time"
)

var errRefused = errors.New("refused")

// Connect tries until it works.
func Connect(ctx context.Context, dial func(context.Context) error) {
	for {
		err := dial(ctx)
		if err == nil {
			return
		}
		fmt.Println("again:", err)
		time.Sleep(time.Second) // want `likely deaf to cancellation: when ctx has ended, Connect goes on sleeping here and trying again; it takes every error for one that may pass \(ctx-ignored\)`
	}
}

// Fetch gives each try some time.
func Fetch(ctx context.Context, get func(context.Context, string) (string, error), url string, tries int) (string, error) {
	var last error
	pause := time.Millisecond
	for range tries {
		text, err := try(ctx, get, url)
		if err == nil {
			return text, nil
		}
		if errors.Is(err, errRefused) {
			return "", err
		}
		last = err
		time.Sleep(pause) // want `when ctx has ended, Fetch goes on sleeping here.* \(ctx-ignored\)`
		pause *= 2
	}
	return "", fmt.Errorf("%s: %w", url, last)
}

func try(ctx context.Context, get func(context.Context, string) (string, error), url string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return get(ctx, url)
}
