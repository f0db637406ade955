// Package probe asks hosts whether they are well.
package probe

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// ErrTimeout is returned for a host that does not answer.
var ErrTimeout = errors.New("probe: timeout")

// Prober asks one host.
type Prober interface {
	Probe(host string) (time.Duration, error)
}

// Fake answers by the name of the host.
type Fake struct{ Unit time.Duration }

// Probe implements Prober.
func (f Fake) Probe(host string) (time.Duration, error) {
	time.Sleep(f.Unit)
	switch {
	case strings.HasPrefix(host, "down"):
		return 0, fmt.Errorf("%s: %w", host, ErrTimeout)
	case strings.HasPrefix(host, "slow"):
		return 8 * f.Unit, nil
	}
	return f.Unit, nil
}
