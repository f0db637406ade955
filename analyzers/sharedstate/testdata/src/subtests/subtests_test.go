// Package subtests shares variables between subtests that are not in each other's way.
package subtests

import (
	"sync"
	"testing"
)

func double(n int) int { return 2 * n }

// TestOwn declares in the subtest what the subtest writes.
func TestOwn(t *testing.T) {
	for name, n := range map[string]int{"one": 1, "two": 2} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := double(n)
			if got != 2*n {
				t.Error(got)
			}
		})
	}
}

// TestSequential has subtests that run one after the other.
func TestSequential(t *testing.T) {
	sum := 0
	for name, n := range map[string]int{"one": 1, "two": 2} {
		t.Run(name, func(t *testing.T) { sum += double(n) })
	}
	t.Log(sum)
}

// TestLocked counts under a lock, and reads when the group has ended.
func TestLocked(t *testing.T) {
	var mu sync.Mutex
	calls := 0
	t.Run("group", func(t *testing.T) {
		for _, name := range []string{"a", "b"} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				mu.Lock()
				defer mu.Unlock()
				calls++
			})
		}
	})
	if calls != 2 {
		t.Error(calls)
	}
}

// TestElements gives each subtest an element of its own.
func TestElements(t *testing.T) {
	got := make([]int, 2)
	for i, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got[i] = double(i)
		})
	}
	t.Cleanup(func() { t.Log(got) })
}
