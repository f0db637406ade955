package sharedstate

import (
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// Each operation of sync/atomic is one step, and two of them are two.

// loadThenStore reports an atomic Store of what was computed from an atomic Load of
// the same variable, where several goroutines may do that: an update between the
// two is lost.
func (r *reporter) loadThenStore(call *ssa.Call) (list []finding.Finding) {
	if syncmodel.OfCall(call.Common()) != syncmodel.AtomicStore || len(call.Call.Args) < 2 {
		return nil
	}
	load := loadIn(call.Call.Args[1])
	if load == nil || !sameAddress(load.Call.Args[0], call.Call.Args[0]) || r.underLock(call) || afterTurn(load) || !r.beside(call) {
		return nil
	}
	name := addressName(call.Call.Args[0])
	f := r.form("atomic-read-modify-write", rules.Likely, call.Pos(), fmt.Sprintf("lost update: %s is loaded and then stored in two atomic steps; what another goroutine stores in between is lost", name))
	f.Relate(r.pass.Files, load.Pos(), "the value is loaded here")
	f.Fixes = addInstead(r.pass, f.Pos)
	return append(list, f)
}

// addPastLimit reports an atomic Add that depends on how an atomic Load of the same variable
// compared with a limit, where several goroutines may do that: all that loaded the last number
// below the limit add to it. The result of the Add, or another operation, may make up for that.
func (r *reporter) addPastLimit(call *ssa.Call) []finding.Finding {
	if syncmodel.OfCall(call.Common()) != syncmodel.AtomicAdd || r.mayMakeUp(call) || r.underLock(call) || !r.beside(call) && !r.isForMany(call.Parent()) {
		return nil
	}
	others := slices.DeleteFunc(calls(call.Parent()), func(other *ssa.Call) bool {
		return other == call || !syncmodel.IsAtomic(syncmodel.OfCall(other.Common())) || !sameAddress(other.Call.Args[0], call.Call.Args[0])
	})
	if len(others) != 1 || syncmodel.OfCall(others[0].Common()) != syncmodel.AtomicLoad {
		return nil
	}
	load := others[0]
	decides := slices.ContainsFunc(flow.BranchesOn(load), func(b *ssa.If) bool {
		return isOrdering(b.Cond) && flow.Dominates(b, call) && !joinsBefore(b, call)
	})
	if !decides || flow.InLoop(load) || afterTurn(load) || finding.Explained(r.pass.Fset, r.pass.Files, load.Pos()) {
		return nil
	}
	name := addressName(call.Call.Args[0])
	f := r.form("check-then-act", rules.Likely, call.Pos(), fmt.Sprintf("lost decision: %s compares %s and then adds to it, in two atomic steps; several goroutines may do so with the same last number, and pass the limit together", diagnosis.FunctionName(call.Parent()), name))
	f.Relate(r.pass.Files, load.Pos(), "the decision is made here")
	return []finding.Finding{f}
}

// isForMany reports whether a package offers a function to others who may call it at once: all that it
// changes it changes by atomic operations, and not plainly, as if one call came after the other.
func (r *reporter) isForMany(fn *ssa.Function) bool {
	return isPublic(fn) && !slices.ContainsFunc(r.summaries.Functions[fn].Accesses, func(a effects.Access) bool { return a.Write && len(a.Must) == 0 })
}

// mayMakeUp reports whether something is done with the result of an atomic operation that may undo it:
// anything but to hand it to a function that leaves the variable alone.
func (r *reporter) mayMakeUp(add *ssa.Call) bool {
	variable, ok := effects.PathOf(add.Call.Args[0])
	return slices.ContainsFunc(flow.Referrers(add), func(ref ssa.Instruction) bool {
		call, isCall := ref.(*ssa.Call)
		if !ok || !isCall {
			return true
		}
		callee := r.summaries.Local(call.Common())
		return callee == nil || variable.Last == nil || flow.Any(callee, func(instr ssa.Instruction) bool {
			at, ok := instr.(*ssa.FieldAddr)
			return ok && effects.FieldOf(at) == variable.Last
		})
	})
}

// isOrdering reports whether a value says which of two numbers is the larger.
func isOrdering(v ssa.Value) bool {
	b, ok := v.(*ssa.BinOp)
	return ok && slices.Contains([]token.Token{token.LSS, token.LEQ, token.GTR, token.GEQ}, b.Op)
}

// storeBeyond reports an atomic Store of a number that was found larger, or smaller, than what an atomic Load of the same variable
// gave, where several goroutines may do that: the last one to store may have the lesser one.
func (r *reporter) storeBeyond(call *ssa.Call) []finding.Finding {
	if syncmodel.OfCall(call.Common()) != syncmodel.AtomicStore || len(call.Call.Args) < 2 || r.underLock(call) || !r.beside(call) && !r.isForMany(call.Parent()) {
		return nil
	}
	if variable, ok := effects.PathOf(call.Call.Args[0]); !ok || madeIn(variable, call.Parent()) {
		return nil
	}
	for _, load := range calls(call.Parent()) {
		if syncmodel.OfCall(load.Common()) != syncmodel.AtomicLoad || !sameAddress(load.Call.Args[0], call.Call.Args[0]) || afterTurn(load) || finding.Explained(r.pass.Fset, r.pass.Files, load.Pos()) {
			continue
		}
		decides := slices.ContainsFunc(flow.BranchesOn(load), func(b *ssa.If) bool {
			compared, ok := b.Cond.(*ssa.BinOp)
			return ok && isOrdering(compared) && (compared.X == call.Call.Args[1] || compared.Y == call.Call.Args[1]) && flow.Dominates(b, call) && !joinsBefore(b, call)
		})
		if !decides {
			continue
		}
		name := addressName(call.Call.Args[0])
		f := r.form("atomic-read-modify-write", rules.Likely, call.Pos(), fmt.Sprintf("lost update: %s is compared and then stored in two atomic steps; another goroutine may store something better in between, and this Store replaces it; CompareAndSwap in a loop asks and stores at once", name))
		f.Relate(r.pass.Files, load.Pos(), "the value is compared here")
		return []finding.Finding{f}
	}
	return nil
}

// throughAccessors reports loadThenStore where methods of the package load and store: setLeft(left() - 1).
func (r *reporter) throughAccessors(call *ssa.Call) []finding.Finding {
	variable, value := r.accessed(call, syncmodel.AtomicStore)
	if value == nil || r.underLock(call) {
		return nil
	}
	var load *ssa.Call
	computedFrom(value, func(v ssa.Value) bool {
		call, ok := v.(*ssa.Call)
		if !ok {
			return false
		}
		if loaded, _ := r.accessed(call, syncmodel.AtomicLoad); loaded.Last != nil && loaded.Same(variable) && !afterTurn(call) {
			load = call
		}
		return load != nil
	}, 0)
	if load == nil || !r.explored.Beside(call.Parent(), variable) && !r.isForMany(call.Parent()) {
		return nil
	}
	f := r.form("atomic-read-modify-write", rules.Likely, call.Pos(), fmt.Sprintf("lost update: %s is loaded and then stored in two atomic steps; what another goroutine stores in between is lost", variable))
	f.Relate(r.pass.Files, load.Pos(), "the value is loaded here")
	return []finding.Finding{f}
}

// accessed returns the variable that a call of a small method loads, or stores, by one atomic operation, in the terms of the caller, and what
// it stores there.
func (r *reporter) accessed(call *ssa.Call, op syncmodel.Op) (variable effects.Path, stored ssa.Value) {
	callee := r.summaries.Local(call.Common())
	if callee == nil || len(callee.Blocks) != 1 {
		return effects.Path{}, nil
	}
	operations := slices.DeleteFunc(calls(callee), func(c *ssa.Call) bool { return !syncmodel.IsAtomic(syncmodel.OfCall(c.Common())) })
	if len(operations) != 1 || syncmodel.OfCall(operations[0].Common()) != op {
		return effects.Path{}, nil
	}
	inside, ok := effects.PathOf(operations[0].Call.Args[0])
	if !ok || inside.Parameter() != 0 || inside.Last == nil {
		return effects.Path{}, nil
	}
	object, ok := effects.PathOf(call.Call.Args[0])
	if !ok {
		return effects.Path{}, nil
	}
	object.Fields, object.Last = object.Fields+inside.Fields, inside.Last
	if op == syncmodel.AtomicStore {
		i := slices.IndexFunc(callee.Params, func(p *ssa.Parameter) bool { return p == operations[0].Call.Args[1] })
		if i < 0 {
			return effects.Path{}, nil
		}
		stored = call.Call.Args[i]
	}
	return object, stored
}

// computedFrom reports whether a number is computed from something.
func computedFrom(v ssa.Value, is func(ssa.Value) bool, depth int) bool {
	if depth > 4 {
		return false
	}
	switch v := v.(type) {
	case *ssa.BinOp:
		return computedFrom(v.X, is, depth+1) || computedFrom(v.Y, is, depth+1)
	case *ssa.Convert:
		return computedFrom(v.X, is, depth+1)
	}
	return is(v)
}

// afterTurn reports whether a function has sent to a channel or swapped an atomic
// before a load: that may be how goroutines take turns.
func afterTurn(load *ssa.Call) bool {
	for instr := range flow.Instructions(load.Parent()) {
		switch instr := instr.(type) {
		case *ssa.Send:
			if flow.MayFollow(instr, load) {
				return true
			}
		case *ssa.Call:
			if op := syncmodel.OfCall(instr.Common()); (op == syncmodel.AtomicCompareAndSwap || op == syncmodel.AtomicSwap) && flow.MayFollow(instr, load) {
				return true
			}
		}
	}
	return false
}

// loadIn finds the atomic load that a value is computed from.
func loadIn(v ssa.Value) (load *ssa.Call) {
	computedFrom(v, func(v ssa.Value) bool {
		call, ok := v.(*ssa.Call)
		if ok && syncmodel.OfCall(call.Common()) == syncmodel.AtomicLoad && len(call.Call.Args) > 0 {
			load = call
		}
		return load != nil
	}, 0)
	return load
}
