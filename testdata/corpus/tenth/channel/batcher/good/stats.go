package batch

import (
	"fmt"
	"sync/atomic"
)

type counters struct {
	added, batches, failed atomic.Int64
}

// Stats counts items and batches.
type Stats struct {
	Added, Batches, Failed int64
}

func (s Stats) String() string {
	return fmt.Sprintf("%d items in %d batches, %d failed", s.Added, s.Batches, s.Failed)
}

// Stats reads the counters.
func (b *Batcher[T]) Stats() Stats {
	return Stats{
		Added:   b.stats.added.Load(),
		Batches: b.stats.batches.Load(),
		Failed:  b.stats.failed.Load(),
	}
}
