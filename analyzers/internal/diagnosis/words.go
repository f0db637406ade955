package diagnosis

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/explore"
	"interleave/analyzers/rules"
)

// Words words the report of one outcome.
type Words struct {
	Pass *analysis.Pass
	*explore.Outcome
}

// Finding makes the report: the message comes with "likely " before it where the
// outcome rests on something supposed. It stands in an imported package where the mistake is that
// package's; else at the place from where the program gets there.
func (w Words) Finding(rule rules.Name, pos token.Pos, message string) finding.Finding {
	confidence := rules.Certain
	if w.Guessed {
		confidence = rules.Likely
	}
	imported := w.isImported(pos)
	at := pos
	if imported && !w.InImported {
		at = w.via(pos)
	}
	f := finding.New(w.Pass.Files, rule, confidence, at, message)
	f.Witness = w.Witness
	switch {
	case imported && w.InImported:
		f.Pos, f.End = w.span(pos)
		f.Via = w.via(pos)
		f.Ignored = w.ignored(rule, pos)
		w.Relate(&f, f.Via, "the program gets there from here")
	case imported:
		w.Relate(&f, pos, "it happens here")
	}
	return f
}

// isImported reports whether a place lies in an imported package.
func (w Words) isImported(pos token.Pos) bool {
	_, _, _, ok := w.Imported(pos)
	return ok
}

// via returns the place in the package itself that leads to one in an imported package, or where
// nobody stands at that one any more, what leads to another place of the outcome.
func (w Words) via(pos token.Pos) (first token.Pos) {
	for _, p := range w.Places() {
		via := p.Via.Pos
		if !w.isImported(p.Pos) {
			via = p.Pos
		}
		if p.Pos == pos && via.IsValid() {
			return via
		}
		first = cmp.Or(first, via)
	}
	return first
}

// ignored reports whether a comment in an imported package suppresses a report at a place there.
func (w Words) ignored(rule rules.Name, pos token.Pos) bool {
	fset, file, inside, _ := w.Imported(pos)
	here := finding.Finding{Rule: rule, Pos: inside}
	return slices.ContainsFunc(finding.Ignores(fset, []*ast.File{file}), func(i finding.Ignore) bool { return i.Covers(here) })
}

// span is finding.Span for a place in any package.
func (w Words) span(pos token.Pos) (start, end token.Pos) {
	_, file, inside, imported := w.Imported(pos)
	if !imported {
		return finding.Span(w.Pass.Files, pos)
	}
	start, end = finding.Span([]*ast.File{file}, inside)
	start += pos - inside
	if end.IsValid() {
		end += pos - inside
	}
	return start, end
}

// Relate adds another place to a report, unless that place is not known.
func (w Words) Relate(f *finding.Finding, pos token.Pos, message string) {
	if pos.IsValid() {
		start, end := w.span(pos)
		f.Related = append(f.Related, finding.Related{Pos: start, End: end, Message: message})
	}
}

// Before orders places alike in every program that shows them: in the package itself as its files
// are ordered, then in imported packages by the names of their files.
func (w Words) Before(a, b token.Pos) bool {
	p, q := w.Pass.Fset.PositionFor(a, false), w.Pass.Fset.PositionFor(b, false)
	late, later := w.isImported(a), w.isImported(b)
	switch {
	case late != later:
		return later
	case late && p.Filename != q.Filename:
		return p.Filename < q.Filename
	}
	return a < b
}

// At names a place: "bank.go:21".
func (w Words) At(pos token.Pos) string { return At(w.Pass, pos) }

// At names a place of a package: "bank.go:21".
func At(pass *analysis.Pass, pos token.Pos) string {
	p := pass.Fset.PositionFor(pos, false)
	return fmt.Sprintf("%s:%d", filepath.Base(p.Filename), p.Line)
}

// InTest reports whether a place belongs to a test file.
func InTest(pass *analysis.Pass, pos token.Pos) bool {
	return strings.HasSuffix(pass.Fset.PositionFor(pos, false).Filename, "_test.go")
}

// Goroutine names the goroutine of a lane: "main", "the goroutine of bank.go:12".
func (w Words) Goroutine(lane int) string {
	g := w.Witness.Goroutines[lane]
	if g.Place.IsValid() {
		return fmt.Sprintf("the goroutine of %s:%d", filepath.Base(g.Place.File), g.Place.Line)
	}
	return g.Name
}

// Kind names what stuck goroutines are: a deadlock where somebody waits for them,
// a leak where nobody does.
func (w Words) Kind() string {
	if len(w.Blocked) > 1 || w.RootStuck || !w.Blocked[0].Spawn.IsValid() {
		return "deadlock"
	}
	return "goroutine leak"
}

// Channel names the operand of a channel operation, or what stands for it.
func Channel(name string) string {
	if name == "" {
		return "the channel"
	}
	return name
}

// FunctionName names a function; a literal, which has no name, by the one that it stands in.
func FunctionName(fn *ssa.Function) string {
	outer := fn
	for outer.Parent() != nil {
		outer = outer.Parent()
	}
	name, _, _ := strings.Cut(outer.Name(), "#") // of several init functions in a package
	if outer != fn {
		return "a function literal in " + name
	}
	return name
}
