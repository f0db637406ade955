package explore_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"interleave/analyzers/internal/explore"
)

// countersOf searches a program with the debug flag set and returns what stands on standard
// error. What it took is left out: times differ.
func countersOf(t *testing.T, source string) []string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module counted\n\ngo 1.26\n")
	write(t, filepath.Join(dir, "main.go"), source)
	pkgs := load(t, dir)
	output, err := os.Create(filepath.Join(dir, "stderr"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = output.Close() }()
	stderr := os.Stderr
	os.Stderr = output
	defer func() { os.Stderr = stderr }()
	analyze(t, explore.Analyzer, pkgs)
	text, err := os.ReadFile(output.Name())
	if err != nil {
		t.Fatal(err)
	}
	if len(text) == 0 {
		return nil
	}
	return strings.Split(strings.TrimSuffix(regexp.MustCompile(`in \d+ ms`).ReplaceAllString(string(text), "in a while"), "\n"), "\n")
}

func setDebug(t *testing.T, value string) {
	t.Helper()
	debug := explore.Analyzer.Flags.Lookup(explore.DebugFlag)
	before := debug.Value.String()
	if err := debug.Value.Set(value); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := debug.Value.Set(before); err != nil {
			t.Error(err)
		}
	})
}

// Of searches that come to their end and find nothing there is no line of their own.
const twoRoots = `package main

func main() {
	ch := make(chan int, 1)
	ch <- 1
	<-ch
}

func Leak() {
	ch := make(chan int)
	go func() { ch <- 1 }()
}
`

func TestCountersTellWhatAPackageCosts(t *testing.T) {
	setDebug(t, "explore")
	matchLines(t, countersOf(t, twoRoots),
		`explore: counted: 2 roots, [1-9]\d* states, [1-9]\d* instructions, 1 candidates, 1 confirmed, 0 refuted, 0 roots given up, in a while`,
		`explore: counted: Leak: [1-9]\d* states, [1-9]\d* instructions, 1 candidates, 0 refuted`,
	)
}

func TestCountersTellWhatWasRefutedAndWhyRootsAreGivenUp(t *testing.T) {
	setDebug(t, "explore")
	// In the small, Add(15) does not fit the turns; as it is, the program is searched to its end
	// only with the largest budget.
	matchLines(t, countersOf(t, "package main\n\nimport \"sync\"\n"+unfitCounts),
		`explore: counted: \d+ roots, [1-9]\d* states, [1-9]\d* instructions, 1 candidates, 0 confirmed, 1 refuted, 1 roots given up, in a while`,
		`explore: counted: main: [1-9]\d* states, [1-9]\d* instructions, 1 candidates, 1 refuted, scaled`,
		`explore: counted: main: [1-9]\d* states, [1-9]\d* instructions, 0 candidates, 0 refuted, walked; the budget of states is used up \(1\)`,
	)
}

func TestCountersAreSilentUnlessAskedFor(t *testing.T) {
	setDebug(t, "")
	if lines := countersOf(t, twoRoots); len(lines) != 0 {
		t.Errorf("%q", lines)
	}
}

func matchLines(t *testing.T, lines []string, patterns ...string) {
	t.Helper()
	if len(lines) != len(patterns) {
		t.Errorf("%d lines, want %d:\n%s", len(lines), len(patterns), strings.Join(lines, "\n"))
		return
	}
	for i, p := range patterns {
		if !regexp.MustCompile("^(?:" + p + ")$").MatchString(lines[i]) {
			t.Errorf("line %d is\n%s\nand does not match\n%s", i+1, lines[i], p)
		}
	}
}
