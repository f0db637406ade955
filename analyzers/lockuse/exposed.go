package lockuse

import (
	"fmt"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// exposedLocks reports locks that no deferred call releases, held where code of others is
// called, in a function whose caller recovers from the panics of that code: after one the lock is
// never free again. The search finds those of one function and its data; here it is enough
// that the one calls the other. Who recovers farther up may have something else in mind. For
// handlers net/http recovers; of them those count that give code to be called which may panic.
func exposedLocks(pass *analysis.Pass, summaries *effects.Result, found []finding.Finding) (list []finding.Finding) {
	for _, fn := range summaries.Order {
		for _, h := range summaries.Functions[fn].Exposed {
			lock := firstLock(fn, h.Path)
			if lock == nil || toldOf(fn, found) {
				continue
			}
			for _, around := range summaries.Functions[fn].Callers {
				if around == fn || effects.InTest(around) {
					continue
				}
				who, where, what := diagnosis.FunctionName(around), token.NoPos, "the panic ends here, and the lock stays taken"
				if recovery := recovery(around, h.Path); recovery != nil {
					where = recovery.Pos()
				} else if syncmodel.IsHandler(around.Signature) {
					who, where, what = "net/http", panicGiven(summaries, around, fn), "this may panic, and net/http goes on with the next request"
				}
				if !where.IsValid() {
					continue
				}
				f := finding.New(pass.Files, "missing-unlock", rules.Likely, lock.Pos(),
					fmt.Sprintf("deadlock: if what %s calls panics, it leaves without unlocking %s, and %s recovers and goes on; whoever locks it next waits for ever",
						diagnosis.FunctionName(fn), h.Path, who))
				f.Relate(pass.Files, where, what)
				f.Fixes = deferForgotten(pass, lock.Pos())
				list = append(list, f)
				break
			}
		}
	}
	return list
}

// panicGiven returns where a function literal may panic that a function gives to another one
// to call: NoPos if none does.
func panicGiven(summaries *effects.Result, from, to *ssa.Function) token.Pos {
	for instr := range flow.Instructions(from) {
		call, ok := instr.(*ssa.Call)
		if !ok || summaries.Local(call.Common()) != to {
			continue
		}
		for _, arg := range call.Call.Args {
			literal, ok := arg.(*ssa.MakeClosure)
			if !ok {
				continue
			}
			for inner := range flow.Instructions(literal.Fn.(*ssa.Function)) {
				if panicsOnItsOwn(inner) {
					return inner.Pos()
				}
			}
		}
	}
	return token.NoPos
}

// panicsOnItsOwn reports whether an instruction panics for some data: it panics by name, divides
// by a number that may be zero, or asserts a type without asking.
func panicsOnItsOwn(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Panic:
		return true
	case *ssa.TypeAssert:
		return !instr.CommaOk
	case *ssa.BinOp:
		_, constant := instr.Y.(*ssa.Const)
		basic, ok := instr.X.Type().Underlying().(*types.Basic)
		return (instr.Op == token.QUO || instr.Op == token.REM) && !constant && ok && basic.Info()&types.IsInteger != 0
	}
	return false
}

// firstLock returns the first call in a function that takes a lock.
func firstLock(fn *ssa.Function, lock effects.Path) *ssa.Call {
	for instr := range flow.Instructions(fn) {
		if call, ok := instr.(*ssa.Call); ok && isOn(call, lock, syncmodel.Lock, syncmodel.RLock) {
			return call
		}
	}
	return nil
}

// recovery returns the deferred call of a function that recovers and does not release the
// lock, or nil.
func recovery(fn *ssa.Function, lock effects.Path) *ssa.Defer {
	for instr := range flow.Instructions(fn) {
		d, ok := instr.(*ssa.Defer)
		if !ok || d.Call.StaticCallee() == nil || !flow.Recovers(d.Call.StaticCallee()) {
			continue
		}
		releases := flow.Any(d.Call.StaticCallee(), func(instr ssa.Instruction) bool {
			call, ok := instr.(ssa.CallInstruction)
			return ok && (syncmodel.OfCall(call.Common()) == syncmodel.Unlock || syncmodel.OfCall(call.Common()) == syncmodel.RUnlock)
		})
		if !releases && !repanics(d.Call.StaticCallee()) {
			return d
		}
	}
	return nil
}

// repanics reports whether a function panics: who recovers only to panic again does not go on.
func repanics(fn *ssa.Function) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		_, ok := instr.(*ssa.Panic)
		return ok
	})
}
