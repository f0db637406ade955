package lease

import (
	"context"
	"sync"
	"testing"
	"time"
)

type fakeBackend struct {
	mu      sync.Mutex
	grants  map[string]int
	revoked []string
}

func (f *fakeBackend) Grant(_ context.Context, name string, _ time.Duration) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.grants[name]++
	return nil
}

func (f *fakeBackend) Revoke(_ context.Context, name string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.revoked = append(f.revoked, name)
	return nil
}

func (f *fakeBackend) count(name string) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.grants[name]
}

func TestRenewal(t *testing.T) {
	f := &fakeBackend{grants: map[string]int{}}
	k := NewKeeper(f, 9*time.Millisecond)
	defer k.Close()
	if err := k.Acquire(t.Context(), "leader"); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(2 * time.Second); f.count("leader") < 3; {
		if time.Now().After(end) {
			t.Fatal("no renewals")
		}
		time.Sleep(time.Millisecond)
	}
	if err := k.Release(t.Context(), "leader"); err != nil {
		t.Fatal(err)
	}
	if len(f.revoked) != 1 {
		t.Fatalf("revoked %v", f.revoked)
	}
}
