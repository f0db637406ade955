package sharedstate

import (
	"fmt"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/rules"
)

// contentName says what a type is whose content others may change: a map or a slice; "" for
// all others.
func contentName(t types.Type) string {
	switch t.Underlying().(type) {
	case *types.Map:
		return "map"
	case *types.Slice:
		return "slice"
	}
	return ""
}

// handsOutContent reports a function that takes the lock, looks up in a map a slice or another map
// and returns it as it is, when other code changes the content of such an entry in place. What
// only grows by append, and is put back, may be read as it was.
func (r *reporter) handsOutContent(fn *ssa.Function) (list []finding.Finding) {
	f := r.summaries.Functions[fn]
	for _, a := range f.Accesses {
		container, ok := a.Instr.(*ssa.UnOp)
		if !ok || a.Write {
			continue
		}
		m, ok := container.Type().Underlying().(*types.Map)
		if !ok || contentName(m.Elem()) == "" {
			continue
		}
		guard := r.guardOf(a.Path.Last)
		if guard == nil || guard.Sibling == nil || !isLocked(guard, a) || heldAtEntry(f, guard) || waitsFirst(fn, container) || takesOut(f, a.Path) || r.summaries.AsksForOrder(fn) {
			continue
		}
		for _, entry := range entriesOf(container) {
			ret := returned(entry)
			if ret == nil {
				continue
			}
			changed := r.entryChangedInPlace(a.Path.Last)
			if changed == nil {
				break
			}
			name := a.Path.String()
			report := r.form("guarded-escape", rules.Likely, ret.Pos(), fmt.Sprintf("data race: %s returns a %s that %s holds, not a copy; whoever reads it does so without %s, which %s holds when it changes it",
				fn.Name(), contentName(m.Elem()), name, siblingName(name, guard.Name()), changed.Parent().Name()))
			report.Relate(r.pass.Files, changed.Pos(), "the content is changed here, under the lock")
			list = append(list, report)
			break
		}
	}
	return list
}

// entryChangedInPlace finds an instruction, outside constructors, that changes the content of an
// entry of the map in a field, under a lock, without replacing the entry.
func (r *reporter) entryChangedInPlace(field *types.Var) ssa.Instruction {
	for _, fn := range r.summaries.Order {
		for _, a := range r.summaries.Functions[fn].Accesses {
			load, ok := a.Instr.(*ssa.UnOp)
			if !ok || a.Path.Last != field || len(a.Must) == 0 || madeHere(a, fn) {
				continue
			}
			for _, entry := range entriesOf(load) {
				for _, ref := range flow.Referrers(entry) {
					if changes(ref, entry) {
						return ref
					}
				}
			}
		}
	}
	return nil
}
