package scheduler

import (
	"context"
	"slices"
	"strings"
	"testing"
)

func TestJobsRunInTheirOrder(t *testing.T) {
	s := New()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		s.Run(ctx)
	}()
	var ran []int
	for i := range 5 {
		if err := s.Do(ctx, func() { ran = append(ran, i) }); err != nil {
			t.Fatal(err)
		}
	}
	cancel()
	finish(t, func() { <-ended })
	if !slices.Equal(ran, []int{0, 1, 2, 3, 4}) {
		t.Errorf("the jobs ran as %v", ran)
	}
	if err := s.Do(ctx, func() {}); err == nil {
		t.Error("a job was taken after the end")
	}
}

// Without jobs the scheduler waits. A goroutine that waits costs nothing; one
// that looks again and again costs a processor.
func TestAnIdleSchedulerWaits(t *testing.T) {
	s := New()
	ctx, cancel := context.WithCancel(t.Context())
	before := goroutines()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		s.Run(ctx)
	}()
	switch verdict := untilDone(ended, before); {
	case verdict == "":
		t.Error("Run has returned, though nobody told it to")
	case strings.Contains(verdict, "still run"):
		t.Errorf("there are no jobs, and Run goes round and round. %s", verdict)
	}
	cancel()
	finish(t, func() { <-ended })
}

// A job that comes late is run at once.
func TestALateJobIsRun(t *testing.T) {
	s := New()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go s.Run(ctx)
	done := make(chan struct{})
	finish(t, func() {
		if err := s.Do(ctx, func() { close(done) }); err != nil {
			t.Error(err)
		}
		<-done
	})
}
