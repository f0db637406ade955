package mill

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"
)

func TestSumsStandInTheOrderOfTheFiles(t *testing.T) {
	bubble(t, func(t *testing.T) {
		got := Sums(func(file string) string {
			if file == "a" {
				time.Sleep(time.Minute) // by the test's clock
			}
			return "sum of " + file
		}, []string{"a", "b", "c"})
		if want := []string{"sum of a", "sum of b", "sum of c"}; !slices.Equal(got, want) {
			t.Errorf("Sums = %q, want %q", got, want)
		}
	})
}

// When Sums has returned, its workers have nothing to do any more.
func TestWorkersGoHome(t *testing.T) {
	for _, n := range []int{1, 2, 4, 5, 100} {
		t.Run(fmt.Sprintf("%d files", n), func(t *testing.T) {
			bubble(t, func(t *testing.T) {
				var files []string
				for i := range n {
					files = append(files, fmt.Sprint(i))
				}
				got := Sums(func(file string) string { return file }, files)
				if !slices.Equal(got, files) {
					t.Errorf("Sums = %q, want %q", got, files)
				}
			})
		})
	}
}

func TestNoFiles(t *testing.T) {
	bubble(t, func(t *testing.T) {
		if got := Sums(nil, nil); len(got) != 0 {
			t.Errorf("Sums of no files = %q", got)
		}
	})
}

// Four workers compute four sums at the same time.
func TestWorkersShareTheWork(t *testing.T) {
	bubble(t, func(t *testing.T) {
		var here sync.WaitGroup
		here.Add(4)
		Sums(func(file string) string {
			here.Done()
			here.Wait()
			return file
		}, []string{"a", "b", "c", "d"})
	})
}
