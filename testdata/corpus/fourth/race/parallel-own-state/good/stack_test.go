package stack

import (
	"sync"
	"testing"
)

type step struct {
	push []int
	pops int
	want int
}

func TestStack(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name  string
		steps []step
	}{
		{"empty", []step{{nil, 2, 0}}},
		{"one", []step{{[]int{1}, 0, 1}, {nil, 1, 0}}},
		{"many", []step{{[]int{1, 2, 3}, 1, 2}, {[]int{4, 5}, 1, 3}}},
	}
	passed := map[string]bool{}
	var mu sync.Mutex
	t.Cleanup(func() {
		if len(passed) != len(cases) {
			t.Errorf("only %v passed", passed)
		}
	})
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			var s Stack[int]
			for i, st := range tc.steps {
				s.Push(st.push...)
				for range st.pops {
					s.Pop()
				}
				if s.Len() != st.want {
					t.Errorf("step %d: len %d, want %d", i, s.Len(), st.want)
				}
			}
			mu.Lock()
			defer mu.Unlock()
			passed[tc.name] = !t.Failed()
		})
	}
}

func BenchmarkPush(b *testing.B) {
	b.RunParallel(func(pb *testing.PB) {
		var s Stack[string]
		for pb.Next() {
			s.Push("x")
			if s.Len() > 1000 {
				s = Stack[string]{}
			}
		}
	})
}
