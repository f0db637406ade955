package bank

import (
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// The tests see who waits for whom as you do when a program hangs: they read the
// goroutine dump. So they need no sleep, and a deadlock is found at once.

// patience bounds what a dump cannot show: goroutines that run and get nowhere.
const patience = 5 * time.Second

// hangs returns "" when finished says so. When every goroutine that is not in
// before waits, nobody is left to wake them; then it says where they wait.
func hangs(finished func() bool, before map[string]string) (where string) {
	for began := time.Now(); !finished(); runtime.Gosched() {
		waiting, running := since(before)
		if len(running) == 0 && !finished() {
			return "Everybody waits:\n  " + places(waiting)
		}
		if time.Since(began) > patience && !finished() {
			return stillRunning(running)
		}
	}
	return ""
}

// untilStill returns "" when every goroutine that is not in before waits or has ended.
func untilStill(before map[string]string) (where string) {
	for began := time.Now(); ; runtime.Gosched() {
		_, running := since(before)
		if len(running) == 0 {
			return ""
		}
		if time.Since(began) > patience {
			return stillRunning(running)
		}
	}
}

// runaway is set when goroutines ran and got nowhere. They still do.
var runaway atomic.Bool

func stillRunning(running []string) string {
	runaway.Store(true)
	return fmt.Sprintf("After %v some still run and get nowhere; whoever cannot go on is to wait:\n  %s", patience, places(running))
}

// since returns the stacks of the goroutines that are not in before, those that
// wait and those that do not.
func since(before map[string]string) (waiting, running []string) {
	for id, stack := range goroutines() {
		switch {
		case before[id] != "":
		case waits(stack):
			waiting = append(waiting, stack)
		default:
			running = append(running, stack)
		}
	}
	return waiting, running
}

// places counts the goroutines by where they are, and leaves out those that are in
// the tests if others are not.
func places(stacks []string) string {
	var lines []string
	for _, stack := range stacks {
		lines = append(lines, describe(stack))
	}
	if slices.ContainsFunc(lines, func(line string) bool { return !strings.HasSuffix(line, testLine) }) {
		lines = slices.DeleteFunc(lines, func(line string) bool { return strings.HasSuffix(line, testLine) })
	}
	count := make(map[string]int)
	for _, line := range lines {
		count[line]++
	}
	var counted []string
	for _, line := range slices.Sorted(maps.Keys(count)) {
		number := "1 goroutine"
		if count[line] > 1 {
			number = fmt.Sprint(count[line], " goroutines")
		}
		counted = append(counted, number+" "+line)
	}
	return strings.Join(counted, "\n  ")
}

// TestMain runs the tests and ends them when one of them hangs: when every
// goroutine waits, none of them can be woken any more. The go command would wait
// a minute, and then print all of their stacks.
func TestMain(m *testing.M) {
	go func() {
		for last, same := "", 0; ; time.Sleep(100 * time.Millisecond) {
			waiting, running := since(nil)
			now := places(waiting)
			if len(running) > 1 || now != last { // one of them is this one
				last, same = now, 0
			} else if same++; same == 10 {
				fmt.Printf("--- FAIL: the tests hang. Everybody waits:\n  %s\n", now)
				os.Exit(1)
			}
		}
	}()
	os.Exit(m.Run())
}

var (
	header = regexp.MustCompile(`^goroutine (\d+) [^\[]*\[([^\],(]*)`)
	frame  = regexp.MustCompile(`(?m)^\t(.+\.go):(\d+)`)
	folder = func() string {
		dir, _ := os.Getwd()
		return filepath.Base(dir)
	}()
)

func waits(stack string) bool {
	state := header.FindStringSubmatch(stack)[2]
	return strings.HasPrefix(state, "sync.") || strings.HasPrefix(state, "chan ") || strings.HasPrefix(state, "select")
}

const testLine = "a line of the test"

// ours returns the places of a stack in this folder's files, innermost first.
func ours(stack string) []string {
	var found []string
	for _, m := range frame.FindAllStringSubmatch(stack, -1) {
		file := filepath.ToSlash(m[1])
		if path.Base(path.Dir(file)) == folder && !strings.HasSuffix(file, "_test.go") {
			found = append(found, path.Base(file)+":"+m[2])
		}
	}
	return found
}

// describe says in a line what a goroutine does and where, in the files of this folder.
func describe(stack string) string {
	at := ours(stack)
	if len(at) == 0 {
		at = []string{testLine}
	}
	return fmt.Sprintf("[%s] at %s", strings.TrimSpace(header.FindStringSubmatch(stack)[2]), strings.Join(at, ", reached from "))
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
