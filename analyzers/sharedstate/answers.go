package sharedstate

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// Answers knows which instructions may wait for something that another goroutine does when it
// is ready with what it was given.
type answers struct {
	*reporter
	known map[*ssa.Function]bool
}

// may reports whether an instruction is such a wait, or runs code that is not seen.
func (a *answers) may(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		return instr.Op == token.ARROW && !isClock(instr.X)
	case *ssa.Send:
		return true // as into a semaphore, or of the second half of a handshake
	case *ssa.Select:
		for _, state := range instr.States {
			if state.Dir == types.SendOnly || !isClock(state.Chan) {
				return true
			}
		}
	case *ssa.Call:
		return a.called(instr)
	}
	return false
}

func (a *answers) called(call *ssa.Call) bool {
	common := call.Common()
	if _, ok := common.Value.(*ssa.Builtin); ok {
		return false
	}
	if fn := a.summaries.Local(common); fn != nil {
		return a.within(fn)
	}
	op := syncmodel.OfCall(common)
	if syncmodel.IsAtomic(op) {
		return true
	}
	switch op {
	case syncmodel.Lock, syncmodel.RLock, syncmodel.TryLock, syncmodel.TryRLock, syncmodel.WaitGroupWait, syncmodel.GroupWait, syncmodel.GroupTryGo,
		syncmodel.CondWait, syncmodel.MapOp, syncmodel.OnceDo, syncmodel.TestRun, syncmodel.SynctestRun, syncmodel.SynctestWait:
		return true
	case syncmodel.GroupGo, syncmodel.GroupSetLimit:
		return false
	}
	fn := syncmodel.Callee(common)
	return fn == nil || !fillsFirst(fn) && (!fromLibrary(fn) || sameModule(fn.Pkg(), a.pass.Pkg))
}

// within reports whether a function of the package may wait so.
func (a *answers) within(fn *ssa.Function) bool {
	if answer, known := a.known[fn]; known {
		return answer
	}
	a.known[fn] = false // for those who ask while it is looked for
	a.known[fn] = flow.Any(fn, a.may)
	return a.known[fn]
}

// isClock reports whether a channel tells of time that has passed, or of the end of a context:
// no receiver answers by it.
func isClock(ch ssa.Value) bool {
	switch ch := ch.(type) {
	case *ssa.Call:
		switch syncmodel.OfCall(ch.Common()) {
		case syncmodel.ContextDone, syncmodel.TimeAfter, syncmodel.TimeTick:
			return true
		}
	case *ssa.UnOp:
		field, ok := ch.X.(*ssa.FieldAddr)
		return ok && types.TypeString(field.X.Type(), nil) == "*time.Ticker"
	}
	return false
}

// fromLibrary reports whether a function or method, also of an interface, is of the standard
// library.
func fromLibrary(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return true // error.Error
	}
	return !strings.Contains(firstOf(fn.Pkg()), ".")
}

// sameModule reports whether two packages are of one module, as far as their paths tell.
func sameModule(p, q *types.Package) bool { return p != nil && firstOf(p) == firstOf(q) }

func firstOf(p *types.Package) string {
	first, _, _ := strings.Cut(p.Path(), "/")
	return first
}
