package effects

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// IsMain reports whether a function is the program's: its end is the end of the process.
func IsMain(fn *ssa.Function) bool {
	return fn.Name() == "main" && fn.Parent() == nil && fn.Signature.Recv() == nil && fn.Pkg.Pkg.Name() == "main"
}

// Local returns the function of this package that a call names, of a generic one the
// one that was written; nil for all other calls.
func (r *Result) Local(c *ssa.CallCommon) *ssa.Function {
	fn := staticCallee(c)
	if r.Functions[fn] == nil {
		return nil
	}
	return fn
}

// MayWait reports whether an instruction may wait for another goroutine, or take long:
// channel operations, and calls of what is not known to return at once. A send counts
// unless sends is false.
func (r *Result) MayWait(instr ssa.Instruction, sends bool) bool {
	return r.mayWait(instr, sends, make(map[*ssa.Function]bool))
}

func (r *Result) mayWait(instr ssa.Instruction, sends bool, seen map[*ssa.Function]bool) bool {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		return instr.Op == token.ARROW
	case *ssa.Select, *ssa.Defer:
		return true
	case *ssa.Send:
		return sends
	case *ssa.Call:
		if _, ok := instr.Call.Value.(*ssa.Builtin); ok {
			return false
		}
		fn := r.Local(instr.Common())
		if fn == nil {
			return !syncmodel.IsBrief(syncmodel.Callee(instr.Common()))
		}
		if seen[fn] {
			return false
		}
		seen[fn] = true
		for inner := range flow.Instructions(fn) {
			if r.mayWait(inner, sends, seen) {
				return true
			}
		}
	}
	return false
}

// MayWaitAfter reports whether a function may wait once an instruction of it was executed.
func (r *Result) MayWaitAfter(start ssa.Instruction, sends bool) bool {
	for instr := range flow.Instructions(start.Parent()) {
		if flow.MayFollow(start, instr) && r.MayWait(instr, sends) {
			return true
		}
	}
	return false
}
