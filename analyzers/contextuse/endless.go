package contextuse

import (
	"fmt"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// waitsForNothing reports a wait for the end of a context that a field keeps, where the package never puts a context there that
// anybody can end.
func (r *reporter) waitsForNothing(wait *ssa.UnOp) {
	if wait.Op != token.ARROW {
		return
	}
	done, ok := wait.X.(*ssa.Call)
	if !ok || syncmodel.OfCall(done.Common()) != syncmodel.ContextDone || diagnosis.InTest(r.pass, wait.Pos()) {
		return
	}
	load, ok := contextArgument(done).(*ssa.UnOp)
	if !ok {
		return
	}
	at, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return
	}
	field := effects.FieldOf(at)
	if field.Exported() || field.Pkg() != r.pass.Pkg || len(r.pass.IgnoredFiles) > 0 {
		return
	}
	made := r.endlessIn(field)
	if made == nil {
		return
	}
	f := r.findings.Add(r.pass.Files, "ctx-never-cancelled", rules.Likely, wait.Pos(), fmt.Sprintf("goroutine leak: this waits for ever for the end of the context in %s, which nobody can cancel: the package puts nothing there but what comes of context.Background", field.Name()))
	f.Relate(r.pass.Files, made.Pos(), "the context is put there here")
}

// endlessIn returns where the package stores a context into a field, if none of those that it stores can be cancelled; else nil.
func (r *reporter) endlessIn(field *types.Var) (made ssa.Instruction) {
	for _, fn := range r.summaries.Order {
		for instr := range flow.Instructions(fn) {
			at, ok := instr.(*ssa.FieldAddr)
			if !ok || effects.FieldOf(at) != field {
				continue
			}
			for _, ref := range flow.Referrers(at) {
				switch ref := ref.(type) {
				case *ssa.Store:
					if !neverEnds(ref.Val, 0) {
						return nil
					}
					made = ref
				case *ssa.UnOp, *ssa.DebugRef:
				default:
					return nil // its address goes elsewhere
				}
			}
		}
	}
	return made
}

// neverEnds reports whether a context is a fresh one, or derived from one in a way that nobody can cancel.
func neverEnds(ctx ssa.Value, depth int) bool {
	call, ok := ctx.(*ssa.Call)
	if !ok || depth > maxSteps {
		return false
	}
	switch syncmodel.OfCall(call.Common()) {
	case syncmodel.ContextBackground, syncmodel.ContextWithoutCancel:
		return true
	case syncmodel.ContextWithValue:
		return neverEnds(call.Call.Args[0], depth+1)
	}
	return false
}
