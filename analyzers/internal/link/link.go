// Package link puts a package together with the source of those that it imports from its own
// module, so that a search of main or of a test can follow calls from one package into another.
//
// go vet gives an analysis one package at a time, with the types of what it imports but not
// its code. What a package's importers need is therefore a fact: the text of the package and of
// those below it, and the declarations that this text uses of packages that are not linked (the
// standard library, other modules). From these facts alone, and the package's own syntax, the
// whole is type-checked anew and built as one SSA program. That program shares no types with
// the pass: see Program.Original for the way back.
//
// It is not for libraries: a package that has no main and no tests needs no whole.
package link

import (
	"errors"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/analysis/passes/ctrlflow"
)

// Analyzer exports a package's source for its importers. Its result is a *Linker.
var Analyzer = &analysis.Analyzer{
	Name:       "link",
	Doc:        "put a package together with the source of what it imports from its own module",
	Requires:   []*analysis.Analyzer{buildssa.Analyzer, ctrlflow.Analyzer},
	Run:        run,
	ResultType: reflect.TypeFor[*Linker](),
	FactTypes:  []analysis.Fact{new(SourceFact)},
}

// A Linker can put the package of a pass together with what it imports. It is for the
// passes of one package, one at a time.
type Linker struct {
	pass  *analysis.Pass
	below []Package // dependencies before those that import them
}

func run(pass *analysis.Pass) (any, error) {
	l := &Linker{pass: pass, below: importedSource(pass)}
	if inMainModule(pass) {
		if own, err := sourceOf(pass, l.below); err == nil {
			if fact := (&SourceFact{append(l.below[:len(l.below):len(l.below)], own)}); fact.size() <= maxSource {
				pass.ExportPackageFact(fact)
			}
		} else if !errors.Is(err, errNoSource) {
			return nil, err
		}
	}
	return l, nil
}

// inMainModule reports whether the package belongs to the module that is analysed: others do
// not change while somebody works, and their code is somebody else's.
func inMainModule(pass *analysis.Pass) bool {
	m := pass.Module
	return m != nil && m.Path != "" && m.Path != "std" && m.Path != "cmd" && m.Version == ""
}
