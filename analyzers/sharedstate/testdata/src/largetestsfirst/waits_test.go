package concert

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// patience bounds what a goroutine dump cannot show: goroutines that run and get nowhere.
const patience = 5 * time.Second

// ends calls f in a goroutine and returns "" once f has returned. When every
// goroutine that has begun since waits, so that nobody is left to wake them, it
// says where they wait. It reads the goroutine dump, as you do when a program
// hangs, and so needs neither a sleep nor a guess.
func ends(f func()) (verdict string) {
	before := goroutines()
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	return untilDone(done, before)
}

// TestMain runs the tests and ends them when one of them hangs: when every
// goroutine waits, none of them can be woken any more. The go command would wait
// a minute, and then print all of their stacks.
func TestMain(m *testing.M) {
	go func() {
		for last, same := "", 0; ; time.Sleep(100 * time.Millisecond) {
			now := standstill()
			if now == "" || now != last {
				last, same = now, 0
			} else if same++; same == 10 {
				fmt.Printf("--- FAIL: the tests hang. Nobody can move any more:\n  %s\n", now)
				os.Exit(1)
			}
		}
	}()
	os.Exit(m.Run())
}

// standstill says where the goroutines of this folder's code wait, or "" when one
// of all goroutines, besides the caller, can go on.
func standstill() string {
	var waiting []string
	running := 0
	for id, stack := range goroutines() {
		if !waits(stack) {
			running++
		} else if place := describe(id, stack); !strings.HasSuffix(place, testLine) {
			waiting = append(waiting, place)
		}
	}
	if running > 1 {
		return ""
	}
	slices.Sort(waiting)
	return strings.Join(waiting, "\n  ")
}

// finish calls f, and fails the test when f never returns.
func finish(t *testing.T, f func()) {
	t.Helper()
	if verdict := ends(f); verdict != "" {
		t.Fatal(verdict)
	}
}

// untilDone is ends for something that runs already, since before.
func untilDone(done <-chan struct{}, before map[string]string) (verdict string) {
	for began := time.Now(); ; runtime.Gosched() {
		select {
		case <-done:
			return ""
		default:
		}
		var waiting, older []string
		moving := false
		for id, stack := range goroutines() {
			switch {
			case before[id] != "" && strings.Contains(stack, ".untilDone(") || strings.Contains(stack, ".TestMain."):
				// this one, or another that looks on
			case !waits(stack):
				moving = true
			case before[id] == "":
				waiting = append(waiting, describe(id, stack))
			default:
				older = append(older, describe(id, stack))
			}
		}
		if !moving && len(waiting) > 0 {
			inTests := func(place string) bool { return strings.HasSuffix(place, testLine) }
			if !slices.ContainsFunc(waiting, func(place string) bool { return !inTests(place) }) {
				waiting = append(waiting, slices.DeleteFunc(older, inTests)...)
			}
			slices.Sort(waiting)
			more := ""
			if len(waiting) > 4 {
				more = fmt.Sprintf("\n  and %d more", len(waiting)-4)
				waiting = waiting[:4]
			}
			return "Nobody can move any more:\n  " + strings.Join(waiting, "\n  ") + more
		}
		if time.Since(began) > patience {
			return fmt.Sprintf("After %v its goroutines still run, and get nowhere.", patience)
		}
	}
}

var (
	header = regexp.MustCompile(`^goroutine (\d+) [^\[]*\[([^\],(]*)`)
	frame  = regexp.MustCompile(`(?m)^\t(.+\.go:\d+)`)
)

func waits(stack string) bool {
	state := header.FindStringSubmatch(stack)[2]
	return strings.HasPrefix(state, "sync.") || strings.HasPrefix(state, "chan ") || strings.HasPrefix(state, "select")
}

const testLine = "a line of the test"

// describe says in a line where a goroutine stands, in the files of this folder.
func describe(id, stack string) string {
	var places []string
	for _, m := range frame.FindAllStringSubmatch(stack, -1) {
		if file := filepath.ToSlash(m[1]); !strings.Contains(file, "/src/") && !strings.Contains(file, "_test.go") {
			places = append(places, filepath.Base(file))
		}
	}
	if len(places) == 0 {
		places = []string{testLine}
	}
	return fmt.Sprintf("goroutine %s waits [%s] at %s", id, strings.TrimSpace(header.FindStringSubmatch(stack)[2]), strings.Join(places, ", reached from "))
}

// goroutines returns the stacks of all goroutines, by id.
func goroutines() map[string]string {
	buf := make([]byte, 1<<16)
	for {
		n := runtime.Stack(buf, true)
		if n < len(buf) {
			buf = buf[:n]
			break
		}
		buf = make([]byte, 2*len(buf))
	}
	found := make(map[string]string)
	for stack := range strings.SplitSeq(string(buf), "\n\n") {
		if m := header.FindStringSubmatch(stack); m != nil {
			found[m[1]] = stack
		}
	}
	return found
}
