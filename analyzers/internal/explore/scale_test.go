package explore

import (
	"maps"
	"testing"

	"golang.org/x/tools/go/ssa"
)

// The numbers that bound loops become small, keep their order among all numbers that matter,
// and two or more never become one. nil: nothing is scaled.
func TestScalingKeepsTheOrderOfNumbers(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       map[int64]int64
	}{
		{"a loop", "for i := 0; i < 10; i++ { work(i) }", map[int64]int64{10: 2}},
		{"a range over a number", "for i := range 10 { work(i) }", map[int64]int64{10: 2}},
		{"a loop that counts down", "for i := 10; i > 0; i-- { work(i) }", nil},
		{"two loops keep their order", "for i := range 9 { work(i) }; for i := range 6 { work(i) }", map[int64]int64{6: 2, 9: 3}},
		{"two are not made one", "for i := range 2 { work(i) }; for i := range 7 { work(i) }", map[int64]int64{7: 3}},
		{"nothing to shrink", "for i := range 2 { work(i) }; for i := range 3 { work(i) }", nil},
		{"the length of a literal", "for _, n := range []int{1, 1, 1, 1, 1} { work(n) }", map[int64]int64{5: 2}},
		{"a bound that is passed", "loop(8)", map[int64]int64{8: 2}},
		{"a capacity stays, and the loop above it", "ch := make(chan int, 3); for i := range 8 { ch <- i }", map[int64]int64{8: 4}},
		{"a loop below a capacity", "ch := make(chan int, 9); for i := range 5 { ch <- i }", map[int64]int64{5: 2}},
		{"what Add adds stays", "var wg sync.WaitGroup; wg.Add(3); go wg.Done(); go wg.Done(); go wg.Done(); wg.Wait()", nil},
		{"the number of a loop is what Add adds", "var wg sync.WaitGroup; wg.Add(6); for range 6 { go wg.Done() }; wg.Wait()", map[int64]int64{6: 2}},
		{"a product", "ch := make(chan int, 12); for i := range 3 { ch <- i }; for i := range 4 { ch <- i }", nil},
		{"a square", "ch := make(chan int, 9); for i := range 3 { ch <- i }", nil},
		{"a sum", "ch := make(chan int, 8); for i := range 5 { ch <- i }; for i := range 3 { ch <- i }", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got map[int64]int64
			if s := newScaling(scaled(t, c.body)); s != nil {
				got = s.to
			}
			if !maps.Equal(got, c.want) {
				t.Errorf("scaled %v, want %v", got, c.want)
			}
		})
	}
}

// scaled builds a function with a body, and returns it with those that it may call.
func scaled(t *testing.T, body string) []*ssa.Function {
	t.Helper()
	source := "package p\n\nimport \"sync\"\n\nvar _ sync.Mutex\n\nfunc work(n int) { println(n) }\n\nfunc loop(n int) { for i := 0; i < n; i++ { work(i) } }\n\nfunc f() {\n" + body + "\n}\n"
	pkg := packageOf(t, source)
	return []*ssa.Function{pkg.Func("f"), pkg.Func("loop"), pkg.Func("work")}
}
