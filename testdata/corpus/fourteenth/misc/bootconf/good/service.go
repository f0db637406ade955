package bootconf

import (
	"context"
	"errors"
)

// Settings are read once, while the program starts.
type Settings struct {
	Region  string
	Workers int
}

// Service serves settings that arrive some time after the start.
type Service struct {
	settings Settings
	err      error
	ready    chan struct{}
}

// Loader fetches the settings.
type Loader interface {
	Load() (Settings, error)
}

// LoaderFunc makes a function a Loader.
type LoaderFunc func() (Settings, error)

func (f LoaderFunc) Load() (Settings, error) { return f() }

var errWorkers = errors.New("at least one worker is needed")

// Boot starts loading and returns at once.
func Boot(l Loader) *Service {
	s := &Service{ready: make(chan struct{})}
	go s.fetch(l)
	return s
}

func (s *Service) fetch(l Loader) {
	defer close(s.ready)
	s.settings, s.err = l.Load()
	if s.err == nil && s.settings.Workers < 1 {
		s.err = errWorkers
	}
}

// Get waits for the settings.
func (s *Service) Get(ctx context.Context) (Settings, error) {
	select {
	case <-s.ready:
		return s.settings, s.err
	case <-ctx.Done():
		return Settings{}, ctx.Err()
	}
}

// Peek returns the region, if it is known already.
func (s *Service) Peek() string {
	select {
	case <-s.ready:
		return s.settings.Region
	default:
		return ""
	}
}
