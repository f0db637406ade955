package diagnosis

import (
	"fmt"
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
// outcome rests on something supposed.
func (w Words) Finding(rule rules.Name, pos token.Pos, message string) finding.Finding {
	confidence := rules.Certain
	if w.Guessed {
		confidence = rules.Likely
	}
	places := w.Places()
	if len(finding.Enclosing(w.Pass.Files, pos)) == 0 {
		// It lies in an imported package: the report stands at the call that leads there.
		for _, p := range places {
			if len(finding.Enclosing(w.Pass.Files, p.Pos)) > 0 {
				pos = p.Pos
				break
			}
		}
	}
	f := finding.New(w.Pass.Files, rule, confidence, pos, message)
	f.Witness = w.Witness
	for i, p := range places {
		known := slices.ContainsFunc(places[:i], func(q explore.Place) bool { return q.Inside == p.Inside })
		if p.Inside.IsValid() && !known {
			w.Relate(&f, p.Inside, "it happens here, in "+qualifiedName(p.Fn))
		}
	}
	return f
}

// qualifiedName names a function of another package as the runtime does, without the folders of its
// path: "store.(*Store).Put".
func qualifiedName(fn *ssa.Function) string {
	if fn.Pkg == nil {
		return fn.Name()
	}
	return fn.Pkg.Pkg.Name() + "." + fn.RelString(fn.Pkg.Pkg)
}

// Relate adds another place to a report, unless that place is not known.
func (w Words) Relate(f *finding.Finding, pos token.Pos, message string) {
	f.Relate(w.Pass.Files, pos, message)
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
