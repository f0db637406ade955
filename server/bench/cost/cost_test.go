package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"interleave/server/bench/internal/modules"
	"interleave/server/internal/gocmd"
)

var three = []tool{{name: "go vet"}, {name: "interleave", ours: true}, {name: "staticcheck"}}

// cpu returns the usage of three tools.
func cpu(seconds ...float64) []usage {
	var used []usage
	for i, s := range seconds {
		used = append(used, usage{Wall: time.Duration(i+1) * time.Second, CPU: time.Duration(s * float64(time.Second)), Memory: int64(i+1) << 20})
	}
	return used
}

func rows() []row {
	return []row{
		{Module: modules.Module{Path: "std", Version: "go1.26.8"}, lines: 900000, first: cpu(100, 120, 500)},
		{Module: modules.Module{Path: "m", Version: "v1.0.0"}, lines: 1000, first: cpu(10, 12, 40), anew: cpu(0.5, 1, 2)},
		{Module: modules.Module{Path: "n", Version: "v2.0.0"}, lines: 3000, first: cpu(10, 18, 40), anew: cpu(1.5, 2, 4)},
	}
}

func TestTablesShowRatiosAndTotalsOfBothRuns(t *testing.T) {
	var b strings.Builder
	tables(&b, three, rows())
	for _, want := range []string{
		"| std go1.26.8 | 900000 | 100.0 | 1.0 | 1 | 120.0 | 2.0 | 2 | 500.0 | 3.0 | 3 | 1.20 | 0.24 |",
		"| all | 904000 | 120.0 | 3.0 | 1 | 150.0 | 6.0 | 2 | 580.0 | 9.0 | 3 | 1.25 | 0.26 |",
		"| m v1.0.0 | 1000 | 0.5 | 1.0 | 1 | 1.0 | 2.0 | 2 | 2.0 | 3.0 | 3 | 2.00 | 0.50 |",
		"| all | 4000 | 2.0 | 2.0 | 1 | 3.0 | 4.0 | 2 | 6.0 | 6.0 | 3 | 1.50 | 0.50 |",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("missing: %s\n%s", want, b.String())
		}
	}
}

func TestTheDrawingHasAPointForEachModuleAndTool(t *testing.T) {
	for name, rows := range map[string][]row{"many": rows(), "one": rows()[1:2], "none": nil} {
		var b strings.Builder
		if err := drawing(&b, three, rows); err != nil {
			t.Fatal(err)
		}
		titles := 0
		decoder := xml.NewDecoder(strings.NewReader(b.String()))
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if start, ok := token.(xml.StartElement); ok && start.Name.Local == "title" {
				titles++
			}
		}
		if titles != 3*len(rows) {
			t.Errorf("%s: %d points for %d modules", name, titles, len(rows))
		}
		if strings.Contains(b.String(), "NaN") || strings.Contains(b.String(), "Inf") {
			t.Errorf("%s: a coordinate is no number", name)
		}
	}
}

func TestAxesReachWholePowersOfTen(t *testing.T) {
	var b bounds
	for _, v := range []float64{0, 35, 420} {
		b.include(v)
	}
	if b.low() != 10 || b.high() != 1000 {
		t.Errorf("from %g to %g", b.low(), b.high())
	}
	if b.at(10) != 0 || b.at(1000) != 1 || b.at(100) != 0.5 || b.at(0) != 0 {
		t.Errorf("at %g, %g, %g, %g", b.at(10), b.at(1000), b.at(100), b.at(0))
	}
}

func TestReportsAreNoFailure(t *testing.T) {
	for _, test := range []struct {
		name, stderr string
		code         int
		want         string
	}{
		{"nothing", "", 0, ""},
		{"reports of go vet", "# m/a\n# [m/a]\na/f.go:3:4: deadlock: x (relock)\n", 1, ""},
		{"reports of staticcheck, printed elsewhere", "", 1, ""},
		{"no types", "# m/a\nvet: a/f.go:3:4: undefined: x\n", 1, "vet: a/f.go:3:4: undefined: x"},
		{"a crash", "m/a: interleave: signal: killed\n", 1, "m/a: interleave: signal: killed"},
		{"another code, wordless", "", 2, "ended with code 2"},
	} {
		if got := failure(gocmd.Result{Stderr: []byte(test.stderr), Code: test.code}); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestTouchChangesGoFilesOnly(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.go", "b.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("package a"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := touch(dir); err != nil {
		t.Fatal(err)
	}
	for name, changed := range map[string]bool{"a.go": true, "b.txt": false} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if got := string(text) != "package a"; got != changed {
			t.Errorf("%s is now %q", name, text)
		}
	}
}

func TestSearchesAreAddedUpFromWhatTheToolSays(t *testing.T) {
	said := "# m\nexplore: m: 2 roots, 10 states, 20 instructions, 0 candidates, 0 confirmed, 0 refuted, 1 roots given up, in 30 ms\n" +
		"explore: m: main: 10 states, 20 instructions, 0 candidates, 0 refuted; in 99 ms or so (1)\n" +
		"explore: m/none: 0 roots, 0 states, 0 instructions, 0 candidates, 0 confirmed, 0 refuted, 0 roots given up, in 1 ms\n" +
		"explore: m/long: 1 roots, 1 states, 1 instructions, 0 candidates, 0 confirmed, 0 refuted, 0 roots given up, in 470 ms\n"
	want := search{Packages: 2, Total: 500 * time.Millisecond, Longest: 470 * time.Millisecond, Of: "m/long"}
	if got := searches([]byte(said)); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}

	measured := rows()[1:2]
	measured[0].anew[mine].Search = want
	var b strings.Builder
	explored(&b, measured)
	if line := "| m v1.0.0 | 2 | 500 | 50 % | 470 | m/long |"; !strings.Contains(b.String(), line) {
		t.Errorf("missing: %s\n%s", line, b.String())
	}
}
