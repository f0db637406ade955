package crawl

import (
	"errors"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

var pages = web{"news": 3, "weather": 1, "sport": 2}

// With one processor the loop starts all its goroutines before the first of them
// has run a line. That order is always possible; here it is the usual one.
func TestSizesAreThereWhenSizesReturns(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	bubble(t, func(t *testing.T) {
		got := slices.Clone(Sizes(pages, []string{"news", "weather", "sport", "gone"}))
		if want := []int{300, 100, 200, -1}; !slices.Equal(got, want) {
			t.Errorf("Sizes = %v, want %v.\nA size of 0 means that Sizes returned before its goroutine had the page.", got, want)
		}
		time.Sleep(time.Hour) // by the test's clock: for goroutines that are still at work
	})
}

func TestPagesAreFetchedAtTheSameTime(t *testing.T) {
	bubble(t, func(t *testing.T) {
		began := time.Now()
		Sizes(pages, []string{"news", "weather", "sport"})
		if took := time.Since(began); took > 3*time.Second {
			t.Errorf("pages that take 3, 1 and 2 seconds took %v; fetched at the same time they take 3s", took)
		}
		time.Sleep(time.Hour)
	})
}

func TestNoPages(t *testing.T) {
	if got := Sizes(pages, nil); len(got) != 0 {
		t.Errorf("Sizes of no pages = %v", got)
	}
}

// A web knows how many seconds each page takes; its text is 100 letters for each.
type web map[string]int

func (w web) Fetch(url string) (string, error) {
	seconds, ok := w[url]
	if !ok {
		time.Sleep(time.Second)
		return "", errors.New("404 " + url)
	}
	time.Sleep(time.Duration(seconds) * time.Second)
	return strings.Repeat("x", 100*seconds), nil
}
