package left_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestInterleaveNothingIsLeft fails when a goroutine is in the exercise's code, or was started by it, a second
// after the tests have ended.
func TestInterleaveNothingIsLeft(t *testing.T) {
	const patience, pause = time.Second, 10 * time.Millisecond
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	header := regexp.MustCompile(`^goroutine (\d+) [^\[]*\[([^\],(]*)`)
	place := regexp.MustCompile(`(?m)^\t(.+\.go):(\d+)`)
	// ours returns the places of the exercise's code in a stack, "crawler.go:31", innermost first.
	ours := func(stack string) (found []string) {
		for _, m := range place.FindAllStringSubmatch(stack, -1) {
			if file := filepath.FromSlash(m[1]); filepath.Dir(file) == dir && !strings.HasSuffix(file, "_test.go") {
				found = append(found, filepath.Base(file)+":"+m[2])
			}
		}
		return found
	}
	look := func() (left []string, parallel bool) {
		buf := make([]byte, 1<<16)
		n := runtime.Stack(buf, true)
		for n == len(buf) {
			buf = make([]byte, 2*len(buf))
			n = runtime.Stack(buf, true)
		}
		for _, stack := range strings.Split(string(buf[:n]), "\n\n") {
			parallel = parallel || strings.Contains(stack, "testing.(*T).Parallel")
			m := header.FindStringSubmatch(stack)
			running, started, _ := strings.Cut(stack, "\ncreated by ")
			at, by := ours(running), ours(started)
			if m == nil || len(at)+len(by) == 0 {
				continue
			}
			line := fmt.Sprintf("goroutine %s [%s]", m[1], strings.TrimSpace(m[2]))
			if len(at) > 0 {
				line += " at " + at[0]
			}
			if len(by) > 0 {
				line += ", started at " + by[0]
			}
			left = append(left, line)
		}
		return left, parallel
	}
	for began := time.Now(); ; time.Sleep(pause) {
		left, parallel := look()
		switch {
		case parallel:
			t.Skip("tests run in parallel, and go on after this one")
		case len(left) == 0:
			return
		case time.Since(began) > patience:
			const most = 6
			more := ""
			if len(left) > most {
				more = fmt.Sprintf("\n  and %d more", len(left)-most)
				left = left[:most]
			}
			t.Fatalf("the tests are over, and these goroutines are still there:\n  %s%s", strings.Join(left, "\n  "), more)
		}
	}
}
