package waituse

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// lostError reports a goroutine that meets an error and drops it, for a function that
// waits for the goroutine and then reports success.
func (r *reporter) lostError(s start) {
	fn := s.instr.Parent()
	if diagnosis.InTest(r.pass, fn.Pos()) || !succeedsAfterWait(s) {
		return
	}
	lost := s.instr
	if !dropsResult(s) {
		lost = r.dropped(s.body)
	}
	if lost == nil {
		return
	}
	f := r.findings.Add(r.pass.Files, "goroutine-error-lost", rules.Hint, lost.Pos(), fmt.Sprintf("lost error: when this fails in the goroutine nobody learns of it, and %s reports success", fn.Name()))
	f.Relate(r.pass.Files, s.instr.Pos(), "the goroutine is started here")
}

// succeedsAfterWait reports whether a function waits for the goroutines that it has
// started and returns, as its error, always nil.
func succeedsAfterWait(s start) bool {
	fn := s.instr.Parent()
	results := fn.Signature.Results()
	if results.Len() == 0 || !isError(results.At(results.Len()-1).Type()) {
		return false
	}
	var wait ssa.Instruction
	for instr := range flow.Instructions(fn) {
		if call, ok := instr.(*ssa.Call); ok && syncmodel.OfCall(call.Common()) == syncmodel.WaitGroupWait && flow.MayFollow(s.instr, call) {
			wait = call
		}
	}
	if wait == nil {
		return false
	}
	returns := 0
	for instr := range flow.Instructions(fn) {
		ret, ok := instr.(*ssa.Return)
		if !ok || !flow.MayFollow(wait, ret) || len(ret.Results) == 0 {
			continue
		}
		if c, ok := ret.Results[len(ret.Results)-1].(*ssa.Const); !ok || !c.IsNil() {
			return false
		}
		returns++
	}
	return returns > 0
}

func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

// dropsResult reports whether a go statement calls a function that returns an error.
func dropsResult(s start) bool {
	_, ok := s.instr.(*ssa.Go)
	results := s.body.Signature.Results()
	return ok && results.Len() > 0 && isError(results.At(results.Len()-1).Type())
}

// dropped returns a call whose error is asked for and then forgotten, or not even
// asked for, by a call that is a statement; nil if there is none.
func (r *reporter) dropped(fn *ssa.Function) ssa.Instruction {
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		if isError(call.Type()) {
			if r.summaries.Local(call.Common()) != nil && len(flow.Referrers(call)) == 0 && r.isStatement(call) || forgotten(call) {
				return call
			}
			continue
		}
		tuple, ok := call.Type().(*types.Tuple)
		if !ok || tuple.Len() == 0 || !isError(tuple.At(tuple.Len()-1).Type()) {
			continue
		}
		for _, ref := range flow.Referrers(call) {
			if e, ok := ref.(*ssa.Extract); ok && e.Index == tuple.Len()-1 && forgotten(e) {
				return call
			}
		}
	}
	return nil
}

// forgotten reports whether an error is compared with nil, used for nothing else, and
// the goroutine ends when there is one.
func forgotten(err ssa.Value) bool {
	if len(flow.Referrers(err)) != 1 {
		return false
	}
	cond, ok := flow.Referrers(err)[0].(*ssa.BinOp)
	if !ok || len(flow.Referrers(cond)) != 1 {
		return false
	}
	branch, ok := flow.Referrers(cond)[0].(*ssa.If)
	if !ok {
		return false
	}
	failed := branch.Block().Succs[0]
	if cond.Op == token.EQL {
		failed = branch.Block().Succs[1]
	}
	return len(failed.Preds) == 1 && onlyReturns(failed)
}

// onlyReturns reports whether a block does nothing but return, perhaps after Done.
func onlyReturns(b *ssa.BasicBlock) bool {
	for _, instr := range b.Instrs {
		switch instr := instr.(type) {
		case *ssa.RunDefers, *ssa.FieldAddr, *ssa.DebugRef:
		case *ssa.UnOp:
			if instr.Op != token.MUL {
				return false
			}
		case *ssa.Call:
			if syncmodel.OfCall(instr.Common()) != syncmodel.WaitGroupDone {
				return false
			}
		case *ssa.Return:
			return len(instr.Results) == 0
		default:
			return false
		}
	}
	return false
}

// isStatement reports whether a call is a statement of its own, and not assigned to _.
func (r *reporter) isStatement(call *ssa.Call) bool {
	for _, n := range finding.Enclosing(r.pass.Files, call.Pos()) {
		switch n.(type) {
		case *ast.CallExpr, *ast.Ident, *ast.SelectorExpr:
		case *ast.ExprStmt:
			return true
		default:
			return false
		}
	}
	return false
}
