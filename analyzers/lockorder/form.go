package lockorder

import (
	"fmt"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// callbacks notes calls of functions that somebody else supplied, made while a lock
// is held: they may take that lock too, or take long.
func callbacks(pass *analysis.Pass, summaries *effects.Result) (list []finding.Finding) {
	for _, fn := range summaries.Order {
		for _, a := range summaries.Functions[fn].Accesses {
			load, ok := a.Instr.(*ssa.UnOp)
			if !ok || len(a.Must) == 0 {
				continue
			}
			for _, ref := range *load.Referrers() {
				call, ok := ref.(*ssa.Call)
				if !ok || call.Call.Value != load || !staysLocked(load, call, a.Must[0].Path) {
					continue
				}
				lock := a.Must[0].Path
				f := finding.New(pass.Files, "callback-under-lock", rules.Hint, call.Pos(),
					fmt.Sprintf("%s calls %s, a function that it does not know, while it holds %s: if that function needs the lock too, both wait for ever", fn.Name(), a.Path, lock))
				taken := token.NoPos
				for _, acquire := range summaries.Functions[fn].Acquires {
					if acquire.Lock.Path.Same(lock) && acquire.Pos < call.Pos() {
						taken = acquire.Pos
					}
				}
				f.Relate(pass.Files, taken, "the lock is taken here")
				list = append(list, f)
			}
		}
	}
	return list
}

// staysLocked reports whether a way leads from one instruction to another one on which a lock is not
// released.
func staysLocked(from, to ssa.Instruction, lock effects.Path) bool {
	return flow.Find(from, func(instr ssa.Instruction) bool { return instr == to }, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		if !ok || len(call.Call.Args) == 0 {
			return false
		}
		op := syncmodel.OfCall(call.Common())
		if op != syncmodel.Unlock && op != syncmodel.RUnlock {
			return false
		}
		released, ok := effects.PathOf(call.Call.Args[0])
		return ok && released.Same(lock)
	}, nil) != nil
}
