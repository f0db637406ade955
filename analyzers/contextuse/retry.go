package contextuse

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"time"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// retriesOn reports a function that gives its context to what it tries, and sleeps before it
// tries again whatever the error was: once the context has ended every try fails, and the
// sleeps go on.
func (r *reporter) retriesOn(fn *ssa.Function) {
	if diagnosis.InTest(r.pass, fn.Pos()) || looksAtEnd(fn) {
		return
	}
	for i, p := range fn.Params {
		if !isNamedContext(p) || r.neverEnds(fn, i) {
			continue
		}
		given, ok := givenTo(p)
		if !ok {
			continue
		}
		for sleep := range flow.Instructions(fn) {
			if !isLongSleep(sleep) {
				continue
			}
			tries := within(given, flow.Loops(sleep)[0])
			if len(tries) == 0 || slices.ContainsFunc(tries, func(try *ssa.Call) bool { return !comesBack(try, sleep) }) {
				continue
			}
			f := r.findings.Add(r.pass.Files, "ctx-ignored", rules.Likely, sleep.Pos(), fmt.Sprintf("deaf to cancellation: when %s has ended, %s goes on sleeping here and trying again; it takes every error for one that may pass", p.Name(), diagnosis.FunctionName(fn)))
			f.Relate(r.pass.Files, tries[0].Pos(), "only what is called here is given "+p.Name())
			return
		}
	}
}

// neverEnds reports whether the package's own calls, the only ones, all give a function the
// Background for a parameter.
func (r *reporter) neverEnds(fn *ssa.Function, param int) bool {
	called := false
	for _, caller := range r.summaries.Order {
		for instr := range flow.Instructions(caller) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || r.summaries.Local(call.Common()) != fn {
				continue
			}
			called = true
			if made, ok := call.Common().Args[param].(*ssa.Call); !ok || syncmodel.OfCall(made.Common()) != syncmodel.ContextBackground {
				return false
			}
		}
	}
	return called && !effects.Exported(fn)
}

// givenTo lists the calls that are given a context, or one derived from it; ok is false if
// anything else is done with it, which may be to listen.
func givenTo(ctx ssa.Value) (list []*ssa.Call, ok bool) {
	for _, ref := range flow.Referrers(ctx) {
		call, isCall := ref.(*ssa.Call)
		if !isCall {
			return nil, false
		}
		switch syncmodel.OfCall(call.Common()) {
		case syncmodel.ContextWithCancel, syncmodel.ContextWithTimeout:
			if derived := result(call, 0); derived != nil {
				more, ok := givenTo(derived)
				if !ok {
					return nil, false
				}
				list = append(list, more...)
			}
		case syncmodel.None:
			list = append(list, call)
		default:
			return nil, false
		}
	}
	return list, true
}

// within returns those of some calls that stand in a loop and have a result.
func within(list []*ssa.Call, loop []*ssa.BasicBlock) []*ssa.Call {
	return slices.DeleteFunc(slices.Clone(list), func(call *ssa.Call) bool {
		return !slices.Contains(loop, call.Block()) || call.Call.Signature().Results().Len() == 0
	})
}

// isLongSleep reports whether an instruction sleeps in a loop, and not a short time for a few
// turns as the code says.
func isLongSleep(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	if !ok || syncmodel.OfCall(call.Common()) != syncmodel.Sleep || !flow.InLoop(call) {
		return false
	}
	pause, fixed := number(call.Call.Args[0])
	if !fixed {
		return true
	}
	head := flow.Loops(call)[0][0]
	branch, ok := head.Instrs[len(head.Instrs)-1].(*ssa.If)
	if !ok {
		return true
	}
	less, ok := branch.Cond.(*ssa.BinOp)
	if !ok {
		return true
	}
	turns, fixed := number(less.Y)
	return !fixed || time.Duration(pause)*time.Duration(turns) >= time.Second
}

// number returns the number that a value is, if the code says it.
func number(v ssa.Value) (n int64, ok bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return 0, false
	}
	return c.Int64(), true
}

// comesBack reports whether a call that has failed, with an error that is none of those which
// the function knows by name, leads to a sleep and from there to the call again.
func comesBack(try *ssa.Call, sleep ssa.Instruction) bool {
	failure := errorOf(try)
	if failure == nil || len(flow.Referrers(failure)) == 0 {
		return false // it does not try for something
	}
	errors := make(map[ssa.Value]bool)
	if !onlyCompared(failure, errors) {
		return false
	}
	wrong := func(from, to *ssa.BasicBlock) bool {
		branch, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
		if !ok {
			return false
		}
		holds, known := holdsFor(branch.Cond, errors)
		return known && holds != (to == from.Succs[0])
	}
	leads := func(from, to ssa.Instruction) bool {
		return flow.Find(from, func(i ssa.Instruction) bool { return i == to }, func(ssa.Instruction) bool { return false }, wrong) != nil
	}
	return leads(try, sleep) && leads(sleep, try)
}

// errorOf returns the error that is the last result of a call; nil if there is none.
func errorOf(call *ssa.Call) ssa.Value {
	results := call.Call.Signature().Results()
	last := results.Len() - 1
	if !types.Identical(results.At(last).Type(), types.Universe.Lookup("error").Type()) {
		return nil
	}
	if last == 0 {
		return call
	}
	return result(call, last)
}

// onlyCompared collects the values that an error becomes where ways come together. It reports
// whether nobody asks more of them than whether they are nil or an error that has a name; to
// return, wrap or print them asks nothing. The names of package context are more.
func onlyCompared(v ssa.Value, errors map[ssa.Value]bool) bool {
	if errors[v] {
		return true
	}
	errors[v] = true
	return !slices.ContainsFunc(flow.Referrers(v), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.Phi:
			return !onlyCompared(ref, errors)
		case *ssa.Return:
			return false
		case *ssa.Store:
			return !isArgument(ref)
		case *ssa.ChangeInterface:
			return slices.ContainsFunc(flow.Referrers(ref), func(use ssa.Instruction) bool {
				store, ok := use.(*ssa.Store)
				return !ok || !isArgument(store)
			})
		case *ssa.BinOp:
			return !isKnownError(ref.X, v) && !isKnownError(ref.Y, v) || !onlyDecides(ref)
		case *ssa.Call:
			return syncmodel.OfCall(ref.Common()) != syncmodel.IsError || !isKnownError(ref.Call.Args[1], v) || !onlyDecides(ref)
		}
		return true
	})
}

// isArgument reports whether a store puts a value among those for the last parameter of a
// function that takes any number of them.
func isArgument(store *ssa.Store) bool {
	_, ok := store.Addr.(*ssa.IndexAddr)
	return ok
}

// isKnownError reports whether a value other than the one that is compared is nil, or a
// package's variable for an error that no context gives.
func isKnownError(v, compared ssa.Value) bool {
	if c, ok := v.(*ssa.Const); ok {
		return c.IsNil()
	}
	load, ok := v.(*ssa.UnOp)
	if !ok || v == compared {
		return false
	}
	name, ok := load.X.(*ssa.Global)
	return ok && name.Pkg.Pkg.Path() != "context"
}

// onlyDecides reports whether a yes or no is used for nothing but branches, which make no other
// yes or no of it.
func onlyDecides(v ssa.Value) bool {
	return !slices.ContainsFunc(flow.Referrers(v), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.If:
			return slices.ContainsFunc(ref.Block().Succs, joinsDecisions)
		case *ssa.UnOp:
			return !onlyDecides(ref)
		}
		return true
	})
}

// joinsDecisions reports whether a block begins with a yes or no that depends on the way to it,
// as && and || give one.
func joinsDecisions(b *ssa.BasicBlock) bool {
	return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
		phi, ok := instr.(*ssa.Phi)
		return ok && types.Identical(phi.Type().Underlying(), types.Typ[types.Bool])
	})
}

// holdsFor reports whether a condition holds for an error that has no name here, if it asks
// about one.
func holdsFor(cond ssa.Value, errors map[ssa.Value]bool) (holds, known bool) {
	switch cond := cond.(type) {
	case *ssa.UnOp:
		holds, known = holdsFor(cond.X, errors)
		return !holds, known && cond.Op == token.NOT
	case *ssa.BinOp:
		return cond.Op == token.NEQ, errors[cond.X] || errors[cond.Y]
	case *ssa.Call:
		return false, len(cond.Call.Args) > 0 && errors[cond.Call.Args[0]]
	}
	return false, false
}
