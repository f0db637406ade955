package sharedstate

import (
	"fmt"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
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
	for _, a := range r.summaries.Functions[fn].Accesses {
		container, ok := a.Instr.(*ssa.UnOp)
		if !ok || a.Write {
			continue
		}
		m, ok := container.Type().Underlying().(*types.Map)
		if !ok || contentName(m.Elem()) == "" {
			continue
		}
		guard := r.guardOf(a.Path.Last)
		if !r.mayHandOut(fn, a, guard) {
			continue
		}
		for _, entry := range entriesOf(container) {
			ret := returned(entry)
			if ret == nil {
				continue
			}
			changed := r.changedInPlace(a.Path.Last, entriesOf)
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
