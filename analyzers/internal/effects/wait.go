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

// Waits knows which instructions may wait. It remembers its answers, and is for one
// goroutine at a time.
type Waits struct {
	summaries *Result
	known     map[waitKey]bool
}

type waitKey struct {
	fn    *ssa.Function
	sends bool
}

// NewWaits makes one for a package.
func NewWaits(summaries *Result) *Waits {
	return &Waits{summaries, make(map[waitKey]bool)}
}

// May reports whether an instruction may wait for another goroutine, or take long:
// channel operations, and calls of what is not known to return at once; where deferred calls run, these.
// A send counts unless sends is false.
func (w *Waits) May(instr ssa.Instruction, sends bool) bool {
	return w.may(instr, sends, make(map[*ssa.Function]bool))
}

func (w *Waits) may(instr ssa.Instruction, sends bool, seen map[*ssa.Function]bool) bool {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		return instr.Op == token.ARROW
	case *ssa.Select:
		return true
	case *ssa.Send:
		return sends
	case *ssa.RunDefers:
		return flow.Any(instr.Parent(), func(instr ssa.Instruction) bool {
			d, ok := instr.(*ssa.Defer)
			return ok && w.call(d, sends, seen)
		})
	case *ssa.Call:
		return w.call(instr, sends, seen)
	}
	return false
}

func (w *Waits) call(call ssa.CallInstruction, sends bool, seen map[*ssa.Function]bool) bool {
	if _, ok := call.Common().Value.(*ssa.Builtin); ok {
		return false
	}
	if fn := w.summaries.Local(call.Common()); fn != nil {
		return w.function(fn, sends, seen)
	}
	if op := syncmodel.OfCall(call.Common()); op == syncmodel.AtomicLoad && !flow.InLoop(call) {
		return false // who waits by asking asks again
	}
	return !syncmodel.IsBrief(syncmodel.Callee(call.Common()))
}

// function reports whether some instruction of a function may wait. An answer found
// while a recursion was cut short holds for the outermost function only.
func (w *Waits) function(fn *ssa.Function, sends bool, seen map[*ssa.Function]bool) bool {
	key := waitKey{fn, sends}
	if answer, ok := w.known[key]; ok {
		return answer
	}
	if seen[fn] {
		return false
	}
	outermost := len(seen) == 0
	seen[fn] = true
	for instr := range flow.Instructions(fn) {
		if w.may(instr, sends, seen) {
			w.known[key] = true
			return true
		}
	}
	if outermost {
		w.known[key] = false
	}
	return false
}

// MayAfter reports whether a function may wait once an instruction of it was executed.
func (w *Waits) MayAfter(start ssa.Instruction, sends bool) bool {
	wanted := func(instr ssa.Instruction) bool { return w.May(instr, sends) }
	never := func(ssa.Instruction) bool { return false }
	return flow.Find(start, wanted, never, nil) != nil
}
