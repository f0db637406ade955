package lookup

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"
)

func TestFirstReturnsAValue(t *testing.T) {
	got, err := First(t.Context(), []Replica{says("42")}, "answer")
	if err != nil || got != "42" {
		t.Errorf("First of one replica that says 42 = %q, %v", got, err)
	}
	if _, err := First(t.Context(), nil, "answer"); !errors.Is(err, ErrNoReplicas) {
		t.Errorf("First of no replicas: error %v, want ErrNoReplicas", err)
	}
}

func TestFirstLooksPastFailures(t *testing.T) {
	down := errors.New("replica is down")
	lost := errors.New("connection lost")
	slow := newSlow("42", 1)
	time.AfterFunc(0, slow.release)
	got, err := First(t.Context(), []Replica{fails{down}, slow.replica(), fails{lost}}, "answer")
	if err != nil || got != "42" {
		t.Errorf("First of two failures and a replica that says 42 = %q, %v", got, err)
	}
	_, err = First(t.Context(), []Replica{fails{down}, fails{lost}}, "answer")
	if !errors.Is(err, down) || !errors.Is(err, lost) {
		t.Errorf("First of two failures: error %v, want both", err)
	}
}

// The slow replicas do not answer before First has returned.
func TestFirstDoesNotWaitForTheSlow(t *testing.T) {
	slow := newSlow("late", 2)
	// If First waits for them all the same, this frees it, after a long time.
	rescue := time.AfterFunc(patience, slow.release)
	got, err := First(t.Context(), []Replica{slow.replica(), says("42"), slow.replica()}, "answer")
	if !rescue.Stop() {
		t.Errorf("one replica answered at once, two were slow: First waited for the slow ones")
	} else if err != nil || got != "42" {
		t.Errorf("First = %q, %v; want the answer of the fast replica, 42", got, err)
	}
	slow.release()
	slow.gone.Wait()
}

// Afterwards the slow replicas answer, and then every goroutine that First
// started has to end.
func TestNobodyStaysBehind(t *testing.T) {
	for _, n := range []int{1, 2, 150} {
		t.Run(fmt.Sprintf("%d slow", n), func(t *testing.T) {
			before := runningFirst()
			slow := newSlow("late", n)
			replicas := []Replica{says("42")}
			for range n {
				replicas = append(replicas, slow.replica())
			}
			// If First waits for all of them, this frees it; that is another test's matter.
			rescue := time.AfterFunc(patience/10, slow.release)
			defer rescue.Stop()
			if got, err := First(t.Context(), replicas, "answer"); err != nil {
				t.Fatalf("First = %q, %v", got, err)
			}
			slow.release()
			slow.gone.Wait() // each Get has returned

			if stuck := stayBehind(before); len(stuck) > 0 {
				t.Errorf("First has returned and all %d replicas have answered, but %d of the goroutines that First started stay for ever.\n"+
					"The first of them: %s", n+1, len(stuck), stuck[0])
			}
		})
	}
}

// A caller that gives up takes its question back from the replicas.
func TestReplicasSeeTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := First(ctx, []Replica{patient{}, patient{}}, "answer")
	if !errors.Is(err, context.Canceled) {
		t.Errorf("First with a cancelled context: error %v, want context.Canceled", err)
	}
}

type says string

func (s says) Get(context.Context, string) (string, error) { return string(s), nil }

type fails struct{ err error }

func (f fails) Get(context.Context, string) (string, error) { return "", f.err }

// patient answers when the context ends, as a replica far away does.
type patient struct{}

func (patient) Get(ctx context.Context, _ string) (string, error) {
	<-ctx.Done()
	return "", ctx.Err()
}

// A slow makes replicas that answer when it is released, or when nobody wants
// their answer any more.
type slow struct {
	value    string
	released chan struct{}
	release  func()
	gone     sync.WaitGroup // counts the calls of Get that have not returned
}

func newSlow(value string, calls int) *slow {
	s := &slow{value: value, released: make(chan struct{})}
	s.release = sync.OnceFunc(func() { close(s.released) })
	s.gone.Add(calls)
	return s
}

func (s *slow) replica() Replica { return slowReplica{s} }

type slowReplica struct{ *slow }

func (s slowReplica) Get(ctx context.Context, _ string) (string, error) {
	defer s.gone.Done()
	select {
	case <-s.released:
		return s.value, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
