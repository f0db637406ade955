package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// A package whose mistake shows only in a program that uses it.
const tally = `// Package tally adds numbers.
package tally

// A Tally is a sum that a goroutine of its own keeps.
type Tally struct {
	in  chan int
	sum int
}

// New starts the goroutine.
func New() *Tally {
	t := &Tally{in: make(chan int)}
	go func() {
		for n := range t.in {
			t.sum += n
		}
	}()
	return t
}

// Add adds a number.
func (t *Tally) Add(n int) { t.in <- n }

// Sum is an estimate: it does not wait for the goroutine.
func Sum(t *Tally) int { return t.sum }
`

// mended waits for the goroutine.
var mended = strings.NewReplacer(
	"	sum int\n}", "	sum int\n	end chan struct{}\n}",
	"make(chan int)}", "make(chan int), end: make(chan struct{})}",
	"	go func() {\n", "	go func() {\n		defer close(t.end)\n",
	"return t.sum }", "close(t.in); <-t.end; return t.sum }",
).Replace(tally)

const total = `package main

import "total/tally"

func main() {
	t := tally.New()
	t.Add(1)
	println(tally.Sum(t))
}
`

func totalModule(t *testing.T) (dir, library, program string) {
	t.Helper()
	dir = writeModule(t, map[string]string{"go.mod": "module total\n\ngo 1.26\n", "main.go": total, "tally/tally.go": tally})
	return dir, fileURI(filepath.Join(dir, "tally", "tally.go")), fileURI(filepath.Join(dir, "main.go"))
}

// settles waits until the last publication for a document is as it should be.
func (e *editor) settles(uri, what string, fits func(version int, list []diagnostic) bool) {
	e.t.Helper()
	e.wait(what, func() bool {
		settled := false
		for _, m := range e.incoming {
			var p struct {
				URI         string
				Version     int
				Diagnostics []diagnostic
			}
			if m.Method == "textDocument/publishDiagnostics" && json.Unmarshal(m.Params, &p) == nil && p.URI == uri {
				settled = fits(p.Version, p.Diagnostics)
			}
		}
		return settled
	})
}

func none(_ int, list []diagnostic) bool { return len(list) == 0 }

// oneAt accepts a single diagnostic at a line, counted from 0, about the sum.
func oneAt(line int, prefix string) func(int, []diagnostic) bool {
	return func(_ int, list []diagnostic) bool {
		return len(list) == 1 && list[0].Range.Start.Line == line && strings.HasPrefix(list[0].Message, prefix) && list[0].Code == "unlocked-field"
	}
}

func TestAProgramShowsTheMistakesOfWhatItImports(t *testing.T) {
	_, library, program := totalModule(t)
	e := startEditor(t, nil, nil)
	e.open(library, tally, 1)
	if list := e.published(library, 1); len(list) != 0 {
		t.Errorf("nobody uses the package yet, and it has %+v", list)
	}
	e.open(program, total, 1)
	e.settles(program, "the report at the call", oneAt(5, "this leads to tally.go:15: data race: "))
	e.settles(library, "the report at the mistake", oneAt(14, "data race: the goroutine of tally.go:13 writes t.sum"))

	// While somebody types above it, it moves with the text.
	e.forgetPublished()
	e.replaceAll(library, "// Package tally is short.\n"+tally, 2)
	if list := e.published(library, 2); !oneAt(15, "data race: ")(2, list) {
		t.Errorf("after a line was put above it: %+v", list)
	}
	e.settles(program, "the call tells the new line", oneAt(5, "this leads to tally.go:16: data race: "))

	e.replaceAll(library, mended, 3)
	e.settles(program, "the program is right", none)
	e.settles(library, "the package is right", func(version int, list []diagnostic) bool { return version == 3 && len(list) == 0 })

	// Who closes the program sees of the package what it shows by itself.
	e.replaceAll(library, tally, 4)
	e.settles(library, "the mistake is back", oneAt(14, "data race: "))
	e.notify("textDocument/didClose", object{"textDocument": object{"uri": program}})
	e.settles(library, "the program is closed", none)
}

func TestAPullingEditorIsToldToAskAgainAboutWhatAProgramImports(t *testing.T) {
	_, library, program := totalModule(t)
	e := startEditor(t, nil, object{
		"textDocument": object{"diagnostic": object{}},
		"workspace":    object{"diagnostics": object{"refreshSupport": true}},
	})
	pull := func(uri string) (report struct{ Items []diagnostic }) {
		t.Helper()
		if err := json.Unmarshal(e.call("textDocument/diagnostic", object{"textDocument": object{"uri": uri}}), &report); err != nil {
			t.Fatal(err)
		}
		return report
	}
	e.open(library, tally, 1)
	e.open(program, total, 1)
	if list := pull(library).Items; len(list) != 0 {
		t.Errorf("the program was not looked at yet, and the package has %+v", list)
	}
	for !oneAt(5, "this leads to tally.go:15: data race: ")(1, pull(program).Items) {
		// The first answer may come before the facts of the package are at hand: then it says so.
		e.received("workspace/diagnostic/refresh")
	}
	e.received("workspace/diagnostic/refresh")
	if list := pull(library).Items; !oneAt(14, "data race: ")(1, list) {
		t.Errorf("the package has %+v", list)
	}
}

func TestExplainKnowsWhatAProgramShowsOfAPackage(t *testing.T) {
	dir, _, _ := totalModule(t)
	stdout, stderr, code := interleave(t, dir, "explain", "tally/tally.go:15")
	if code != 0 || !strings.Contains(stdout, "tally/tally.go:15:4: data race: ") || !strings.Contains(stdout, "main.go:6: the program gets there from here") {
		t.Errorf("code %d\n%s%s", code, stdout, stderr)
	}
}
