package sharedstate

import (
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// A decision made under a lock holds until the lock is released. Who acts on it
// in a later critical section acts on what may no longer be so.

// decisions reports check-then-act within a function and across two of its calls.
func (r *reporter) decisions(fn *ssa.Function) (list []finding.Finding) {
	f := r.summaries.Functions[fn]
	public := r.isOffered(fn)
	for _, read := range f.Accesses {
		guard := r.guardOf(read.Path.Last)
		if read.Write || guard == nil || guard.Sibling == nil || !isLocked(guard, read) || !countsOrFlags(read) && !keepsStates(read) && !seeks(read) || !public && !r.explored.Beside(fn, read.Path) {
			continue
		}
		for _, write := range f.Accesses {
			if !write.Write || write.Path.Last != read.Path.Last || !isLocked(guard, write) || !countsOrFlags(read) && (!putsWhatItSought(read, write) || !keepsStates(read) && (!turnsAway(read, write) || r.keepsOthersOut(f, read))) || !releasedBetween(read, write, guard) {
				continue
			}
			check := deciding(read, write.Instr)
			if check == nil || rechecks(f, read.Path.Last, write, check) || claims(f, read, write, guard) || inTurn(read, guard) {
				continue
			}
			name := read.Path.String()
			lock := siblingName(name, guard.Name())
			confidence, message := rules.Likely, fmt.Sprintf("lost decision: %s checks %s, gives up %s and takes it again before it changes %s; in between another goroutine may have done the same", fn.Name(), name, lock, name)
			if finding.Settled(r.pass.Fset, r.pass.Files, read.Pos, write.Pos) {
				confidence, message = rules.Hint, fmt.Sprintf("%s checks %s, gives up %s and takes it again before it changes %s; the comment says that the answer still holds, which it does as long as one goroutine alone runs %s", fn.Name(), name, lock, name, fn.Name())
			}
			report := r.form("check-then-act", confidence, write.Pos, message)
			report.Relate(r.pass.Files, read.Pos, "the decision is made here, under an earlier lock")
			list = append(list, report)
			break
		}
	}
	return append(list, r.callDecisions(fn)...)
}

// isPublic reports whether a package offers a function to others.
func isPublic(fn *ssa.Function) bool { return effects.Exported(fn) && fn.Pkg.Pkg.Name() != "main" }

// isOffered reports whether a package offers a function to others, or a method of the same type that
// calls it.
func (r *reporter) isOffered(fn *ssa.Function) bool {
	return isPublic(fn) || slices.ContainsFunc(r.summaries.Functions[fn].Callers, func(caller *ssa.Function) bool { return isPublic(caller) && sameReceiver(caller, fn) })
}

// sameReceiver reports whether two functions are methods of one type.
func sameReceiver(fn, other *ssa.Function) bool {
	a, b := fn.Signature.Recv(), other.Signature.Recv()
	return a != nil && b != nil && types.Identical(a.Type(), b.Type())
}

// inTurn reports whether a function has called a method on something beside the guard
// before it reads, and defers the call of another one: that may keep others out until
// the function ends.
func inTurn(read effects.Access, guard *effects.Guard) bool {
	fn := read.Instr.Parent()
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		end, ok := instr.(*ssa.Defer)
		if !ok {
			return false
		}
		place := fieldOn(end, read, guard)
		return place != "" && flow.Any(fn, func(instr ssa.Instruction) bool {
			begin, ok := instr.(*ssa.Call)
			return ok && fieldOn(begin, read, guard) == place && begin.Call.StaticCallee() != end.Call.StaticCallee() && flow.Dominates(begin, read.Instr)
		})
	})
}

// fieldOn returns the path of the field, of the object that is read and not its guard,
// whose method is called; "" for other calls.
func fieldOn(call ssa.CallInstruction, read effects.Access, guard *effects.Guard) string {
	if call.Common().Signature().Recv() == nil || len(call.Common().Args) == 0 {
		return ""
	}
	p, ok := effects.PathOf(call.Common().Args[0])
	if !ok || p.Last == nil || p.Last == guard.Sibling || !p.Base().Same(read.Path.Base()) {
		return ""
	}
	return p.Fields
}

func isLocked(guard *effects.Guard, a effects.Access) bool {
	return slices.ContainsFunc(guard.Locked, func(l effects.Access) bool { return l.Instr == a.Instr })
}

// countsOrFlags reports whether an access reads a number, a flag or a length: a
// look-up in a map that is filled later is a cache, and mostly harmless.
func countsOrFlags(read effects.Access) bool {
	load, ok := read.Instr.(*ssa.UnOp)
	if !ok {
		return false
	}
	switch t := load.Type().Underlying().(type) {
	case *types.Basic:
		return t.Info()&(types.IsInteger|types.IsBoolean|types.IsFloat) != 0
	case *types.Slice, *types.Map:
		return slices.ContainsFunc(*load.Referrers(), func(ref ssa.Instruction) bool {
			call, ok := ref.(*ssa.Call)
			return ok && isBuiltin(call, "len")
		})
	}
	return false
}

// keepsStates reports whether an access reads a map of objects that have a state of their own:
// two of them for one key are no cache that was filled twice, for what the one is told the
// other does not know.
func keepsStates(read effects.Access) bool {
	load, ok := read.Instr.(*ssa.UnOp)
	if !ok {
		return false
	}
	m, ok := load.Type().Underlying().(*types.Map)
	return ok && keepsState(m.Elem())
}

// seeks reports whether an access looks up keys in a map.
func seeks(read effects.Access) bool { return len(lookUps(read)) > 0 }

// lookUps lists those of a map that an access reads.
func lookUps(read effects.Access) (list []*ssa.Lookup) {
	load, ok := read.Instr.(*ssa.UnOp)
	if !ok {
		return nil
	}
	for _, ref := range flow.Referrers(load) {
		if found, ok := ref.(*ssa.Lookup); ok && found.X == load {
			list = append(list, found)
		}
	}
	return list
}

// turnsAway reports whether a function looks in a map only for whether a key is taken, tells by an
// error or false that it is, and by nil or true that it has put the key there itself: its callers
// rely on its saying so to one of them alone. Without such an answer it is a cache or a set, and to put
// the same there twice does no harm.
func turnsAway(read, write effects.Access) bool {
	for _, found := range lookUps(read) {
		for _, branch := range flow.BranchesOn(found) {
			b := branch.Block()
			for side := range b.Succs {
				refusal := answer(b.Succs[side])
				if usesValue(found) || refusal == nil || !refuses(refusal) || !flow.OnlyAfter(b, 1-side, write.Instr.Block()) {
					continue
				}
				acceptance := answer(write.Instr.Block())
				if acceptance != nil && accepts(acceptance) {
					return true
				}
			}
		}
	}
	return false
}

// keepsOthersOut reports whether a function may have something for itself before it reads which others of its kind wait for: a lock that all
// its callers hold, what a deferred call gives back, or a place in a channel.
func (r *reporter) keepsOthersOut(f *effects.Function, read effects.Access) bool {
	return len(f.Entry)+len(f.Under) > 0 || flow.Any(read.Instr.Parent(), func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case *ssa.Send:
			return flow.MayFollow(instr, read.Instr)
		case *ssa.UnOp:
			return instr.Op == token.ARROW && flow.MayFollow(instr, read.Instr)
		case *ssa.Defer:
			return flow.MayFollow(instr, read.Instr)
		}
		return false
	})
}

// usesValue reports whether something looks at the value that was found under a key, and not only at whether there is one.
func usesValue(found *ssa.Lookup) bool {
	if !found.CommaOk {
		basic, ok := found.Type().Underlying().(*types.Basic)
		return !ok || basic.Kind() != types.Bool
	}
	return slices.ContainsFunc(flow.Referrers(found), func(ref ssa.Instruction) bool {
		e, ok := ref.(*ssa.Extract)
		return ok && e.Index == 0 && len(*e.Referrers()) > 0
	})
}

// answer returns the last result of a function that goes from a block straight to its end, or nil.
func answer(b *ssa.BasicBlock) ssa.Value {
	for range b.Parent().Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && len(ret.Results) > 0 {
			return flow.PutFor(ret, ret.Results[len(ret.Results)-1])
		}
		if len(b.Succs) != 1 {
			break
		}
		b = b.Succs[0]
	}
	return nil
}

// refuses reports whether a result is false, or an error that is not nil.
func refuses(result ssa.Value) bool {
	c, ok := result.(*ssa.Const)
	if !ok {
		return types.Identical(result.Type(), types.Universe.Lookup("error").Type())
	}
	return c.Value != nil && c.Value.Kind() == constant.Bool && !constant.BoolVal(c.Value)
}

// accepts reports whether a result is true, or an error that is nil.
func accepts(result ssa.Value) bool {
	c, ok := result.(*ssa.Const)
	return ok && (c.Value == nil || c.Value.Kind() == constant.Bool && constant.BoolVal(c.Value))
}

// putsWhatItSought reports whether a write puts something into a map under a key for which a
// read has looked. To delete twice does no harm.
func putsWhatItSought(read, write effects.Access) bool {
	put, ok := write.Instr.(*ssa.MapUpdate)
	return ok && slices.ContainsFunc(flow.Referrers(read.Instr.(*ssa.UnOp)), func(ref ssa.Instruction) bool {
		found, ok := ref.(*ssa.Lookup)
		return ok && found.Index == put.Key
	})
}

// keepsState reports whether a type is a pointer to a struct with a lock or an atomic in it.
func keepsState(t types.Type) bool {
	p, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	s, ok := p.Elem().Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range s.Fields() {
		switch syncmodel.KindOf(field.Type()) {
		case syncmodel.Mutex, syncmodel.RWMutex, syncmodel.Atomic:
			return true
		}
	}
	return false
}

// releasedBetween reports whether the function releases the guard after the read
// and takes it again before the write.
func releasedBetween(read, write effects.Access, guard *effects.Guard) bool {
	fn := read.Instr.Parent()
	isGuard := func(call *ssa.Call, ops ...syncmodel.Op) bool {
		if !slices.Contains(ops, syncmodel.OfCall(call.Common())) || len(call.Call.Args) == 0 {
			return false
		}
		p, ok := effects.PathOf(call.Call.Args[0])
		return ok && p.Last == guard.Sibling && p.Base().Same(read.Path.Base())
	}
	var unlocks, locks []*ssa.Call
	for instr := range flow.Instructions(fn) {
		if call, ok := instr.(*ssa.Call); ok {
			switch {
			case isGuard(call, syncmodel.Unlock, syncmodel.RUnlock):
				unlocks = append(unlocks, call)
			case isGuard(call, syncmodel.Lock):
				locks = append(locks, call)
			}
		}
	}
	for _, lock := range locks {
		if !flow.Dominates(lock, write.Instr) || flow.Dominates(lock, read.Instr) {
			continue
		}
		for _, unlock := range unlocks {
			if flow.Dominates(read.Instr, unlock) && flow.Dominates(unlock, lock) {
				return true
			}
		}
	}
	return false
}

// deciding returns the branch on what an access read that decides whether another
// instruction is reached, or nil.
func deciding(read effects.Access, then ssa.Instruction) *ssa.If {
	load, ok := read.Instr.(*ssa.UnOp)
	if !ok {
		return nil
	}
	for _, branch := range branchesOnContent(load) {
		if flow.Dominates(branch, then) && !joinsBefore(branch, then) {
			return branch
		}
	}
	return nil
}

// branchesOnContent lists the branches on what was loaded, or on what is found in it.
func branchesOnContent(load *ssa.UnOp) []*ssa.If {
	list := flow.BranchesOn(load)
	for _, ref := range flow.Referrers(load) {
		if found, ok := ref.(*ssa.Lookup); ok {
			list = append(list, flow.BranchesOn(found)...)
		}
	}
	return list
}

// joinsBefore reports whether both sides of a branch reach an instruction: then it
// does not depend on the decision.
func joinsBefore(branch *ssa.If, then ssa.Instruction) bool {
	b := branch.Block()
	return !flow.OnlyAfter(b, 0, then.Block()) && !flow.OnlyAfter(b, 1, then.Block())
}

// claims reports whether the function acts on what it read at once, before it gives
// up the lock: others see that when they ask. What it writes later is something else.
func claims(f *effects.Function, read, write effects.Access, guard *effects.Guard) bool {
	return slices.ContainsFunc(f.Accesses, func(a effects.Access) bool {
		return a.Write && a.Path.Same(read.Path) && a.Instr != write.Instr && isLocked(guard, a) &&
			flow.Dominates(read.Instr, a.Instr) && flow.Dominates(a.Instr, write.Instr) && !releasedBetween(read, a, guard)
	})
}

// rechecks reports whether the field is looked at again, by a branch other than
// the first, before it is written.
func rechecks(f *effects.Function, field *types.Var, write effects.Access, first *ssa.If) bool {
	for _, a := range f.Accesses {
		load, ok := a.Instr.(*ssa.UnOp)
		if !ok || a.Write || a.Path.Last.Pkg() != field.Pkg() {
			continue
		}
		for _, branch := range branchesOnContent(load) {
			if branch != first && flow.Dominates(first, branch) && flow.Dominates(branch, write.Instr) {
				return true
			}
		}
	}
	return false
}

// callDecisions reports two calls on one object, the first of which asks under the
// object's lock and the second acts under it, without asking again.
func (r *reporter) callDecisions(fn *ssa.Function) (list []finding.Finding) {
	for _, ask := range calls(fn) {
		asked := r.summaries.Local(ask.Common())
		field, guard := r.asks(asked)
		if field == nil {
			continue
		}
		cached := givesMore(asked) && !r.summaries.PromisesOnce(fn)
		object, ok := effects.PathOf(ask.Call.Args[0])
		// One goroutine alone may decide in steps.
		seen := ok && r.explored.Beside(fn, effects.Path{Root: object.Root, Fields: object.Fields + "." + field.Name()})
		if !ok || r.underLock(ask) || madeIn(object, fn) || !seen && !isOwnMethod(fn, object) {
			continue
		}
		decided := func(act ssa.Instruction) bool {
			return slices.ContainsFunc(flow.BranchesOn(ask), func(b *ssa.If) bool { return flow.Dominates(b, act) && !joinsBefore(b, act) })
		}
		if !cached {
			if f, ok := r.actsItself(fn, ask, object, field, guard, decided); ok {
				list = append(list, f)
				continue
			}
		}
		for _, act := range calls(fn) {
			acting := r.summaries.Local(act.Common())
			written := r.acts(acting, field)
			if written == nil || r.underLock(act) || !seen && !flow.Always(written) {
				continue
			}
			p, ok := effects.PathOf(act.Call.Args[0])
			if !ok || !p.Same(object) {
				continue
			}
			message, first := "", ""
			switch {
			case slices.ContainsFunc(act.Call.Args[1:], func(v ssa.Value) bool { return isComputedFrom(v, ask, 0) || isChangedCopy(v, ask) }):
				message = "lost update: %s computes from what %s returns what it gives to %s, each under its own lock of %s; what another goroutine does in between is lost"
				first = "the old value is read here"
			case !cached && decided(act):
				message = "lost decision: %s asks %s and then calls %s, each under its own lock of %s; in between another goroutine may have acted on the same answer"
				first = "the decision is made here"
			default:
				continue
			}
			f := r.form("check-then-act", rules.Likely, act.Pos(), fmt.Sprintf(message, fn.Name(), asked.Name(), acting.Name(), guard.Name()))
			f.Relate(r.pass.Files, ask.Pos(), first)
			f.Relate(r.pass.Files, written.Pos(), "it is changed here")
			list = append(list, f)
		}
	}
	return list
}

// isOwnMethod reports whether a function is an exported method of the object that it works
// on, in a package for others to use: they may call it from several goroutines, as the
// object's lock says.
func isOwnMethod(fn *ssa.Function, object effects.Path) bool {
	return fn.Signature.Recv() != nil && isPublic(fn) && object.Parameter() == 0 && object.Fields == ""
}

// isComputedFrom reports whether a number or string is the result of an operation on
// another one.
func isComputedFrom(v, from ssa.Value, depth int) bool {
	if depth > 4 {
		return false
	}
	switch v := v.(type) {
	case *ssa.BinOp:
		return v.X == from || v.Y == from || isComputedFrom(v.X, from, depth+1) || isComputedFrom(v.Y, from, depth+1)
	case *ssa.Convert:
		return isComputedFrom(v.X, from, depth+1)
	}
	return false
}

// isChangedCopy reports whether a struct is what a call returned, with a field computed anew
// from what it was.
func isChangedCopy(v ssa.Value, from *ssa.Call) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	copied, ok := load.X.(*ssa.Alloc)
	if !ok {
		return false
	}
	returned, changed := false, false
	for _, ref := range flow.Referrers(copied) {
		switch ref := ref.(type) {
		case *ssa.Store:
			got, ok := ref.Val.(*ssa.Extract)
			returned = returned || ref.Addr == copied && (ref.Val == from || ok && got.Tuple == from)
		case *ssa.FieldAddr:
			changed = changed || isComputedAnew(ref, flow.Referrers(copied))
		}
	}
	return returned && changed
}

// isComputedAnew reports whether a field of a variable is given a value that is computed from
// what it was. uses are those of the variable.
func isComputedAnew(field *ssa.FieldAddr, uses []ssa.Instruction) bool {
	return slices.ContainsFunc(flow.Referrers(field), func(ref ssa.Instruction) bool {
		store, ok := ref.(*ssa.Store)
		return ok && store.Addr == field && slices.ContainsFunc(uses, func(use ssa.Instruction) bool {
			other, ok := use.(*ssa.FieldAddr)
			return ok && other.Field == field.Field && slices.ContainsFunc(flow.Referrers(other), func(ref ssa.Instruction) bool {
				old, ok := ref.(*ssa.UnOp)
				return ok && isComputedFrom(store.Val, old, 0)
			})
		})
	})
}

// actsItself reports a function that asks a method about a field, and changes the
// field itself, under the lock that it has taken since.
func (r *reporter) actsItself(fn *ssa.Function, ask *ssa.Call, object effects.Path, field *types.Var, guard *effects.Guard, decided func(ssa.Instruction) bool) (finding.Finding, bool) {
	f := r.summaries.Functions[fn]
	for _, a := range f.Accesses {
		if !a.Write || a.Path.Last != field || !a.Path.Base().Same(object) || !isLocked(guard, a) || heldAtEntry(f, guard) || !decided(a.Instr) {
			continue
		}
		again := slices.ContainsFunc(f.Accesses, func(b effects.Access) bool {
			load, ok := b.Instr.(*ssa.UnOp)
			return ok && !b.Write && b.Path.Same(a.Path) && len(branchesOnContent(load)) > 0
		})
		if again {
			continue
		}
		report := r.form("check-then-act", rules.Likely, a.Pos, fmt.Sprintf("lost decision: %s asks %s and then changes %s, each under its own lock of %s; in between another goroutine may have acted on the same answer",
			fn.Name(), r.summaries.Local(ask.Common()).Name(), a.Path, guard.Name()))
		report.Relate(r.pass.Files, ask.Pos(), "the decision is made here")
		return report, true
	}
	return finding.Finding{}, false
}

// calls lists the method calls of a function whose callee is known.
func calls(fn *ssa.Function) (list []*ssa.Call) {
	for instr := range flow.Instructions(fn) {
		if call, ok := instr.(*ssa.Call); ok && call.Call.StaticCallee() != nil && len(call.Call.Args) > 0 {
			list = append(list, call)
		}
	}
	return list
}

// madeIn reports whether the object was made by the function itself.
func madeIn(p effects.Path, fn *ssa.Function) bool {
	alloc, ok := p.Root.(*ssa.Alloc)
	return ok && alloc.Parent() == fn && !isCaptured(alloc)
}

// asks returns the field about which a function gives a yes or no, or a number, that
// it found under the field's lock, or nil. Beside a yes or no it may give what it found.
func (r *reporter) asks(fn *ssa.Function) (*types.Var, *effects.Guard) {
	f := r.summaries.Functions[fn]
	if f == nil || fn.Signature.Results().Len() == 0 {
		return nil, nil
	}
	kind := types.BasicInfo(types.IsBoolean | types.IsNumeric)
	if givesMore(fn) {
		kind = types.IsBoolean
	}
	results := fn.Signature.Results()
	if b, ok := results.At(results.Len() - 1).Type().Underlying().(*types.Basic); !ok || b.Info()&kind == 0 {
		return nil, nil
	}
	var field *types.Var
	var guard *effects.Guard
	for _, a := range r.withHelpers(fn) {
		if a.Write {
			return nil, nil
		}
		if g := r.guardOf(a.Path.Last); g != nil && g.Sibling != nil && isLocked(g, a) && !heldAtEntry(f, g) {
			field, guard = a.Path.Last, g
		}
	}
	return field, guard
}

// givesMore reports whether a function gives what it found beside the answer. Who then makes
// what was not there and puts it in fills a cache: that others may do the same at once is
// mostly harmless.
func givesMore(fn *ssa.Function) bool { return fn.Signature.Results().Len() > 1 }

// withHelpers lists the accesses of a function and of those that it calls under its lock.
func (r *reporter) withHelpers(fn *ssa.Function) []effects.Access {
	list := slices.Clone(r.summaries.Functions[fn].Accesses)
	for _, call := range calls(fn) {
		if helper := r.summaries.Functions[call.Call.StaticCallee()]; helper != nil && len(helper.Entry) > 0 {
			list = append(list, helper.Accesses...)
		}
	}
	return list
}

// acts returns where a function changes the field, or what it holds, under a lock
// of its own and without a look at it before; nil if it does not.
func (r *reporter) acts(fn *ssa.Function, field *types.Var) ssa.Instruction {
	f := r.summaries.Functions[fn]
	if f == nil {
		return nil
	}
	for _, a := range f.Accesses {
		guard := r.guardOf(field)
		if a.Path.Last != field || guard == nil || !isLocked(guard, a) || heldAtEntry(f, guard) {
			continue
		}
		if load, ok := a.Instr.(*ssa.UnOp); ok {
			if len(flow.BranchesOn(load)) > 0 || slices.ContainsFunc(*load.Referrers(), func(ref ssa.Instruction) bool {
				l, ok := ref.(*ssa.Lookup)
				return ok && len(flow.BranchesOn(l)) > 0
			}) {
				return nil
			}
			for _, ref := range *load.Referrers() {
				if changes(ref, load) {
					return ref
				}
			}
			continue
		}
		if a.Write {
			return a.Instr
		}
	}
	return nil
}
