package sharedstate

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/rules"
	"interleave/analyzers/witness"
)

// imported reports the use of another package's field without the lock that its
// own package always holds. There is no body to search: the evidence is the
// fact, and the report is likely at most.
func (r *reporter) imported() []finding.Finding {
	var findings []finding.Finding
	for _, fn := range r.summaries.Order {
		f := r.summaries.Functions[fn]
		if fn.Parent() != nil && !f.Task {
			continue
		}
		for _, a := range slices.Concat(f.Accesses, f.Parts) {
			field := a.Path.Last
			if len(a.May) > 0 || !r.isShared(a, fn) {
				continue
			}
			guard, ok := r.summaries.ImportedGuard(field)
			if !ok || guard.Locked < 2 || guard.Locked < guard.Total {
				continue
			}
			if !f.Task && !(effects.Exported(fn) && r.lockedElsewhere(field)) {
				continue // who calls it may have put it in order
			}
			findings = append(findings, r.importedFinding(a, fn, field, guard))
		}
	}
	return findings
}

// lockedElsewhere reports whether this package holds some lock where it uses the
// field in another place: then it knows that the field needs one.
func (r *reporter) lockedElsewhere(field *types.Var) bool {
	for _, fn := range r.summaries.Order {
		for _, a := range r.summaries.Functions[fn].Accesses {
			if a.Path.Last == field && len(a.Must) > 0 && !madeHere(a, fn) {
				return true
			}
		}
	}
	return false
}

// madeHere reports whether the function made the object itself, so that nobody
// else may know it yet.
func madeHere(a effects.Access, fn *ssa.Function) bool {
	alloc, ok := a.Path.Root.(*ssa.Alloc)
	return ok && alloc.Parent() == fn
}

// isShared reports whether others than this package may use the object of an access
// while the function runs, and hold its lock for that. What a local variable has is
// in the hands of those around it, and a goroutine that is started under a lock relies
// on that one.
func (r *reporter) isShared(a effects.Access, fn *ssa.Function) bool {
	if isLocal(a.Path) {
		return false
	}
	for _, starter := range r.summaries.Functions[fn].Starters {
		for _, start := range r.summaries.Functions[starter].Starts {
			if !slices.Contains(effects.Spawned(start.Call), fn) {
				continue
			}
			if len(start.May) > 0 {
				return false
			}
			parameter := a.Path.Parameter()
			if _, direct := start.Call.(*ssa.Go); !direct || parameter < 0 || a.Path.Root.Parent() != fn {
				continue
			}
			if given, ok := effects.PathOf(start.Call.Common().Args[parameter]); !ok || isLocal(given) {
				return false
			}
		}
	}
	return true
}

func isLocal(p effects.Path) bool {
	_, ok := p.Root.(*ssa.Alloc)
	return ok
}

func (r *reporter) importedFinding(a effects.Access, fn *ssa.Function, field *types.Var, guard effects.GuardFact) finding.Finding {
	name := a.Path.String() + a.Part
	f := r.form("unlocked-field", rules.Likely, a.Pos, fmt.Sprintf("data race: %s %s %s without %s, which %s holds at %s when it writes %s",
		diagnosis.FunctionName(fn), does(a), name, guard.Lock, guard.In, guard.Example, field.Name()))
	f.Witness = together(guard.In, witness.Step{Place: placeOf(guard.Example), Action: field.Name(), Note: "writes", Held: []string{guard.Lock}},
		diagnosis.FunctionName(fn), witness.Step{Place: r.place(a), Action: name, Note: does(a)},
		"nothing orders these two steps: goroutine 2 does not hold "+guard.Lock,
		fmt.Sprintf("all %d uses in the field's own package hold %s", guard.Locked, guard.Lock))
	return f
}

// placeOf reads the place that a fact carries as text: "store/store.go:14".
func placeOf(text string) witness.Place {
	var p witness.Place
	for i := len(text) - 1; i >= 0; i-- {
		if text[i] == ':' {
			p.File = text[:i]
			fmt.Sscanf(text[i+1:], "%d", &p.Line)
			break
		}
	}
	return p
}
