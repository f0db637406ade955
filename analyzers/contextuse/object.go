package contextuse

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// kept follows a cancel function into a field. Where the function has made the object
// itself, and nobody else has it yet, what counts is who gets it from here.
func (r *reporter) kept(call *ssa.Call, store *ssa.Store, addr *ssa.FieldAddr, u *uses) {
	field := effects.FieldOf(addr)
	if r.unread(field) {
		u.field = field
		return
	}
	made := madeObject(addr)
	if made == nil || made.Parent() != call.Parent() {
		u.stops[store] = true
		return
	}
	var hands []ssa.Instruction
	for _, use := range objectUses(made) {
		if r.handsOn(use.instr, use.object, field, make(map[ssa.Value]bool)) {
			hands = append(hands, use.instr)
		}
	}
	if slices.ContainsFunc(hands, func(h ssa.Instruction) bool { return flow.MayFollow(h, store) }) {
		u.stops[store] = true
		return
	}
	u.object = made
	for _, h := range hands {
		u.stops[h] = true
	}
}

// madeObject returns the object whose field an instruction takes, if the code says where that
// was made; else nil. A variable that literals share holds the one that was put there.
func madeObject(addr *ssa.FieldAddr) *ssa.Alloc {
	p, ok := effects.PathOf(addr.X)
	made, isAlloc := p.Root.(*ssa.Alloc)
	if !ok || !isAlloc || p.Fields != "" || !types.Identical(made.Type(), addr.X.Type()) {
		return nil
	}
	return made
}

// An objectUse is an instruction that does something with an object, and the value by which
// it names that: the object, or a variable that holds it.
type objectUse struct {
	instr  ssa.Instruction
	object ssa.Value
}

// objectUses lists the uses of an object, by itself and by a variable that holds nothing else.
func objectUses(made *ssa.Alloc) (list []objectUse) {
	for _, ref := range flow.Referrers(made) {
		cell := onlyHolds(ref, made)
		if cell == nil {
			list = append(list, objectUse{ref, made})
			continue
		}
		for _, use := range flow.Referrers(cell) {
			load, ok := use.(*ssa.UnOp)
			switch {
			case use == ref:
			case ok:
				for _, ref := range flow.Referrers(load) {
					list = append(list, objectUse{ref, load})
				}
			default:
				list = append(list, objectUse{use, cell})
			}
		}
	}
	return list
}

// onlyHolds returns the variable into which an instruction puts an object, if nothing else is
// ever put there; else nil.
func onlyHolds(instr ssa.Instruction, made *ssa.Alloc) *ssa.Alloc {
	put, ok := instr.(*ssa.Store)
	if !ok || put.Val != made {
		return nil
	}
	cell, ok := put.Addr.(*ssa.Alloc)
	if !ok || slices.ContainsFunc(flow.Referrers(cell), func(ref ssa.Instruction) bool {
		other, ok := ref.(*ssa.Store)
		return ok && other != put
	}) {
		return nil
	}
	return cell
}

// handsOn reports whether an instruction lets somebody read a field of the object that
// v points to: it reads the field, or passes v to code that does or that is not seen.
func (r *reporter) handsOn(instr ssa.Instruction, v ssa.Value, field *types.Var, seen map[ssa.Value]bool) bool {
	switch instr := instr.(type) {
	case *ssa.DebugRef, *ssa.BinOp:
		return false
	case *ssa.FieldAddr:
		return effects.FieldOf(instr) == field && slices.ContainsFunc(flow.Referrers(instr), func(ref ssa.Instruction) bool {
			store, ok := ref.(*ssa.Store)
			return !ok || store.Addr != instr
		})
	case *ssa.UnOp:
		if _, ok := instr.Type().Underlying().(*types.Pointer); ok && instr.Op == token.MUL {
			return r.anyHandsOn(instr, field, seen)
		}
	case *ssa.Store:
		if instr.Addr == v {
			return false
		}
		if a, ok := instr.Addr.(*ssa.Alloc); ok {
			return r.anyHandsOn(a, field, seen)
		}
	case *ssa.MakeClosure:
		fn := instr.Fn.(*ssa.Function)
		for i, b := range instr.Bindings {
			if b == v && r.anyHandsOn(fn.FreeVars[i], field, seen) {
				return true
			}
		}
		return false
	case ssa.CallInstruction:
		callee := r.summaries.Local(instr.Common())
		if callee == nil || len(callee.Params) != len(instr.Common().Args) {
			break
		}
		for i, arg := range instr.Common().Args {
			if arg == v && r.anyHandsOn(callee.Params[i], field, seen) {
				return true
			}
		}
		return false
	}
	return true
}

// anyHandsOn reports whether some use of a value hands on the field.
func (r *reporter) anyHandsOn(v ssa.Value, field *types.Var, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	return slices.ContainsFunc(flow.Referrers(v), func(ref ssa.Instruction) bool { return r.handsOn(ref, v, field, seen) })
}

// waitedFor reports whether a goroutine is started on some way from a call that makes a context
// to another instruction, and knows that context, or the object that keeps what cancels it. An
// object that is dropped takes its context with it, if nobody else waits.
func (r *reporter) waitedFor(call *ssa.Call, object *ssa.Alloc, to ssa.Instruction) bool {
	known := []ssa.Value{object}
	if ctx := result(call, 0); ctx != nil {
		known = append(known, ctx)
	}
	return flow.Any(call.Parent(), func(instr ssa.Instruction) bool {
		return flow.MayFollow(call, instr) && flow.MayFollow(instr, to) && r.startsWith(instr, known, 0)
	})
}

// startsWith reports whether an instruction starts a goroutine that knows one of some values,
// itself or in a function that is called with it.
func (r *reporter) startsWith(instr ssa.Instruction, known []ssa.Value, depth int) bool {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return false
	}
	var given []int
	for i, arg := range call.Common().Args {
		if leadsTo(arg, known, 0) {
			given = append(given, i)
		}
	}
	if starts(instr) {
		return len(given) > 0 || leadsTo(call.Common().Value, known, 0)
	}
	callee := r.summaries.Local(call.Common())
	if callee == nil || depth == maxCalls {
		return false
	}
	var params []ssa.Value
	for _, i := range given {
		if i < len(callee.Params) {
			params = append(params, callee.Params[i])
		}
	}
	return len(params) > 0 && flow.Any(callee, func(instr ssa.Instruction) bool { return r.startsWith(instr, params, depth+1) })
}

// leadsTo reports whether a value is one of some contexts and objects, a variable that holds one,
// a context that comes from one or a function literal that has one.
func leadsTo(v ssa.Value, known []ssa.Value, depth int) bool {
	if slices.Contains(known, v) {
		return true
	}
	if depth > maxSteps {
		return false
	}
	leads := func(v ssa.Value) bool { return leadsTo(v, known, depth+1) }
	switch v := v.(type) {
	case *ssa.Alloc:
		return slices.ContainsFunc(flow.Referrers(v), func(ref ssa.Instruction) bool {
			store, ok := ref.(*ssa.Store)
			return ok && store.Addr == v && leads(store.Val)
		})
	case *ssa.UnOp:
		return v.Op == token.MUL && leads(v.X)
	case *ssa.FieldAddr:
		return syncmodel.IsContext(effects.FieldOf(v).Type()) && leads(v.X)
	case *ssa.Extract:
		return leads(v.Tuple)
	case *ssa.Call:
		return (syncmodel.IsContext(v.Type()) || isDerivation(v)) && syncmodel.OfCall(v.Common()) != syncmodel.ContextWithoutCancel && slices.ContainsFunc(v.Call.Args, leads)
	case *ssa.MakeClosure:
		return slices.ContainsFunc(v.Bindings, leads)
	case *ssa.Phi:
		return slices.ContainsFunc(v.Edges, leads)
	case *ssa.MakeInterface:
		return leads(v.X)
	case *ssa.ChangeInterface:
		return leads(v.X)
	}
	return false
}
