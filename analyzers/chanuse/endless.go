package chanuse

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// endless reports goroutines that an object starts and that wait for a ticker in a loop without
// any way out, where the object has a method to be closed by: whoever calls it believes that all
// is over, and each object leaves a goroutine behind.
//
// Silent in programs, whose end ends everything, for objects that nobody can close, and where
// something else is wrong with the goroutine: a break that was to leave the loop, for one.
func endless(pass *analysis.Pass, summaries *effects.Result, found []finding.Finding) (list []finding.Finding) {
	if pass.Pkg.Name() == "main" {
		return nil
	}
	for _, fn := range summaries.Order {
		if !effects.Exported(fn) || effects.InTest(fn) {
			continue
		}
		for instr := range flow.Instructions(fn) {
			start, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			for _, body := range effects.Spawned(start) {
				wait := tickingForEver(body)
				if wait == nil || slices.ContainsFunc(found, func(f finding.Finding) bool { return isWithin(f.Pos, body) }) {
					continue
				}
				closer := closerOf(pass, fn, body)
				if closer == nil {
					continue
				}
				rule := rules.Name("abandoned-receive")
				if receive, ok := wait.(*ssa.UnOp); ok && receive.CommaOk {
					rule = "range-never-closed"
				}
				f := finding.New(pass.Files, rule, rules.Likely, wait.Pos(), fmt.Sprintf("goroutine leak: this loop has no way out, and %s does not end it: each %s leaves a goroutine behind that waits for its ticker for ever",
					diagnosis.FunctionName(closer), named(closer.Signature.Recv().Type()).Obj().Name()))
				f.Relate(pass.Files, start.Pos(), "the goroutine is started here")
				f.Relate(pass.Files, closer.Pos(), "who calls this expects that the goroutine ends")
				list = append(list, f)
			}
		}
	}
	return list
}

// isWithin reports whether a place lies in a function.
func isWithin(pos token.Pos, fn *ssa.Function) bool {
	syntax := fn.Syntax()
	return syntax != nil && syntax.Pos() <= pos && pos < syntax.End()
}

// tickingForEver returns the instruction by which a function waits for a ticker, in a loop that it
// never leaves; else nil. That the channel of a ticker is closed, which ends a range over it, does not happen.
func tickingForEver(fn *ssa.Function) ssa.Instruction {
	if len(fn.Blocks) == 0 {
		return nil
	}
	ends := func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case *ssa.Return:
			return true
		case *ssa.Panic:
			return instr.Pos().IsValid() // SSA adds one behind each select
		case *ssa.Call:
			return syncmodel.OfCall(instr.Common()) == syncmodel.Exit
		}
		return false
	}
	never := func(ssa.Instruction) bool { return false }
	closed := func(from, to *ssa.BasicBlock) bool {
		branch, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
		if !ok || to != from.Succs[1] {
			return false
		}
		more, ok := branch.Cond.(*ssa.Extract)
		if !ok {
			return false
		}
		receive, ok := more.Tuple.(*ssa.UnOp)
		return ok && ticks(receive.X)
	}
	first := fn.Blocks[0].Instrs[0]
	if ends(first) || flow.Find(first, ends, never, closed) != nil {
		return nil
	}
	for instr := range flow.Instructions(fn) {
		if !flow.InLoop(instr) {
			continue
		}
		switch instr := instr.(type) {
		case *ssa.UnOp:
			if instr.Op == token.ARROW && ticks(instr.X) {
				return instr
			}
		case *ssa.Select:
			if slices.ContainsFunc(instr.States, func(s *ssa.SelectState) bool { return ticks(s.Chan) }) {
				return instr
			}
		}
	}
	return nil
}

// ticks reports whether a channel is that of a ticker.
func ticks(channel ssa.Value) bool {
	if call, ok := channel.(*ssa.Call); ok {
		return syncmodel.OfCall(call.Common()) == syncmodel.TimeTick
	}
	load, ok := channel.(*ssa.UnOp)
	if !ok {
		return false
	}
	field, ok := load.X.(*ssa.FieldAddr)
	return ok && field.X.Type().String() == "*time.Ticker"
}

// closerOf returns the method by which an object is closed that a function makes or has as its
// receiver, and that a goroutine works for; nil if there is none, or if it does nothing.
func closerOf(pass *analysis.Pass, starter, body *ssa.Function) *ssa.Function {
	var owners []types.Type
	if recv := starter.Signature.Recv(); recv != nil {
		owners = append(owners, recv.Type())
	}
	for v := range starter.Signature.Results().Variables() {
		owners = append(owners, v.Type())
	}
	for _, v := range slices.Concat(values(body.Params), values(body.FreeVars)) {
		t := v.Type()
		if p, ok := t.Underlying().(*types.Pointer); ok && named(t) == nil {
			t = p.Elem() // a variable of the function around
		}
		owner := named(t)
		if owner == nil || owner.Obj().Pkg() != pass.Pkg || !slices.ContainsFunc(owners, func(o types.Type) bool { return named(o) == owner }) {
			continue
		}
		for method := range owner.Methods() {
			switch method.Name() {
			case "Close", "Stop", "Shutdown":
				fn := body.Prog.FuncValue(method)
				if fn != nil && flow.Any(fn, isNoticed) {
					return fn
				}
			}
		}
	}
	return nil
}

// isNoticed reports whether an instruction does something that others can notice.
func isNoticed(instr ssa.Instruction) bool {
	switch instr.(type) {
	case *ssa.Call, *ssa.Store, *ssa.Send, *ssa.MapUpdate:
		return true
	}
	return false
}

// values makes a list of values of some parameters or free variables.
func values[V ssa.Value](list []V) (all []ssa.Value) {
	for _, v := range list {
		all = append(all, v)
	}
	return all
}

// named returns the declared type that a type is, or points to; nil if there is none.
func named(t types.Type) *types.Named {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := t.(*types.Named)
	if !ok {
		return nil
	}
	return n.Origin()
}
