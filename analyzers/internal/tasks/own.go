package tasks

import (
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// ownDrivers puts an object's own goroutines beside its methods: a goroutine that the
// constructor or a method has started uses a field without any lock, and so does a method
// that others may call meanwhile. Whether something orders the two is for the search to say.
//
// Silent where the package says that they take turns: the goroutine publishes what it wrote
// and ends, and the method does not wait for that too late, the method only sets what the goroutine is to use, or it is called by the
// goroutine itself.
func ownDrivers(in *finder, summaries *effects.Result) []*Driver {
	var drivers []*Driver
	for _, uses := range fieldUses(in, summaries) {
		for _, own := range uses {
			for _, start := range in.entrances(summaries, own.Instr.Parent()) {
				if !start.Starts || isProgram(start.Fn) {
					continue
				}
				told := publishes(own)
				for _, other := range uses {
					if other.Instr == own.Instr || told && !waitsTooLate(other) || !own.Write && (!other.Write || sets(other)) {
						continue
					}
					if d := besideOwn(in, summaries, start.Fn, other); d != nil {
						drivers = add(drivers, d)
					}
				}
			}
		}
	}
	return drivers
}

// selfDrivers calls a function on its own that starts a goroutine and uses a field or package
// variable that the goroutine uses too, or of which it starts several, neither with a lock; or
// that works with the channels, locks and groups of an object which nobody else uses.
func selfDrivers(in *finder, summaries *effects.Result) []*Driver {
	var drivers []*Driver
	for _, uses := range append(fieldUses(in, summaries), globalUses(in, summaries)...) {
		for i, own := range uses {
			for _, start := range in.entrances(summaries, own.Instr.Parent()) {
				if !start.Starts || startsWithPrimitive(start.Fn) {
					continue
				}
				meets := func(other effects.Access) bool {
					return (own.Write || other.Write) && slices.ContainsFunc(in.entrances(summaries, other.Instr.Parent()), func(e effects.Entrance) bool { return e.Fn == start.Fn })
				}
				if own.Write && startsSeveral(start.Fn) || slices.ContainsFunc(slices.Concat(uses[:i], uses[i+1:]), meets) {
					drivers = onItsOwn(drivers, in, summaries, start.Fn)
				}
			}
		}
	}
	for _, fn := range summaries.Order {
		if fn.Parent() == nil && fn.Signature.Recv() != nil && in.isSole(fn) {
			drivers = onItsOwn(drivers, in, summaries, fn)
		}
	}
	return drivers
}

// onItsOwn adds the driver of one call, unless others have a say in how it is called.
func onItsOwn(drivers []*Driver, in *finder, summaries *effects.Result, fn *ssa.Function) []*Driver {
	f := summaries.Functions[fn]
	if isProgram(fn) || f.Task || f.Unknown || len(f.Callers) > 0 && !effects.Exported(fn) || summaries.WantsLock(fn) || summaries.AsksForOrder(fn) {
		return drivers
	}
	d := &Driver{Calls: []*ssa.Function{fn}, Same: [][]int{shareNone(fn)}, Own: true, Why: fn.Name() + " leaves a goroutine behind that runs beside the rest of it"}
	if fn.Signature.Recv() != nil {
		d.Same[0][0] = 0
		d.Make = constructor(in, fn.Params[0].Type())
		d.Sole = in.isSole(fn)
	}
	return add(drivers, d)
}

// startsSeveral reports whether a function starts goroutines in a loop.
func startsSeveral(fn *ssa.Function) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		_, ok := instr.(*ssa.Go)
		return ok && flow.InLoop(instr)
	})
}

// globalUses lists the uses without any lock of the package's variables, variable by variable.
func globalUses(in *finder, summaries *effects.Result) [][]effects.Access {
	return groupUses(in, summaries, func(f *effects.Function) []effects.Access { return f.Globals })
}

// fieldUses lists the uses without any lock of the fields of the package's types, field by
// field; what touches a part of a field that is a struct is a use of both. In a program everybody who calls a method is known, and searched.
func fieldUses(in *finder, summaries *effects.Result) [][]effects.Access {
	return groupUses(in, summaries, func(f *effects.Function) []effects.Access { return slices.Concat(f.Accesses, f.Parts) })
}

// groupUses lists those of the uses of each function that hold no lock, by what is used.
func groupUses(in *finder, summaries *effects.Result, of func(*effects.Function) []effects.Access) [][]effects.Access {
	if in.Pkg.Pkg.Name() == "main" {
		return nil
	}
	at := make(map[any]int) // by declaration
	var list [][]effects.Access
	for _, fn := range summaries.Order {
		for _, a := range of(summaries.Functions[fn]) {
			// A goroutine of the one that makes the object is beside who gets it.
			if object, made := a.Path.Root.(*ssa.Alloc); made && object.Parent() == fn || len(a.May) > 0 || a.Path.Last != nil && a.Path.Last.Pkg() != in.Pkg.Pkg {
				continue
			}
			i, known := at[a.Path.Declaration()]
			if !known {
				i = len(list)
				at[a.Path.Declaration()] = i
				list = append(list, nil)
			}
			list[i] = append(list[i], a)
		}
	}
	return list
}

// besideOwn makes the driver of a function that starts a goroutine and of a method that
// makes the other use of a field; nil if that method is none for others to call meanwhile.
func besideOwn(in *finder, summaries *effects.Result, starter *ssa.Function, other effects.Access) *Driver {
	fn := other.Instr.Parent()
	f := summaries.Functions[fn]
	again := fn == starter && startsTimer(starter)
	if !effects.Exported(fn) || len(fn.Params) == 0 || fn.Signature.Recv() == nil || isProgram(fn) || isConstructor(fn) || fn == starter && !again {
		return nil
	}
	if f.Task || f.Unknown || summaries.WantsLock(fn) || summaries.AsksForOrder(fn) || in.isHidden(fn) {
		return nil
	}
	// Called by its own goroutines, or by the one that starts them.
	if len(f.Callers) > 0 {
		return nil
	}
	owner := fn.Params[0].Type()
	if inTest(in, owner) || !effects.Holds(owner, other.Path.Last, 2) {
		return nil
	}
	name := typeName(owner)
	if isConstructor(starter) || constructor(in, owner) == starter {
		if starter.Signature.Results().Len() == 0 || !sameType(starter.Signature.Results().At(0).Type(), owner) {
			return nil
		}
		return &Driver{
			Calls: []*ssa.Function{fn}, Same: [][]int{shareOne(fn, 0)}, Make: starter, Own: true,
			Why: fmt.Sprintf("%s starts a goroutine that lives as long as the %s, and %s may be called meanwhile", starter.Name(), name, fn.Name()),
		}
	}
	if starter.Signature.Recv() == nil || !effects.Exported(starter) || !sameType(starter.Params[0].Type(), owner) {
		return nil
	}
	return &Driver{
		Calls: []*ssa.Function{starter, fn}, Same: [][]int{shareOne(starter, 0), shareOne(fn, 0)}, Make: constructor(in, owner), Before: true, Own: true,
		Why: fmt.Sprintf("%s leaves a goroutine behind that works on the %s, and %s may be called meanwhile", starter.Name(), name, fn.Name()),
	}
}

// publishes reports whether a goroutine says after a write that it has made it, or is at its
// end: it closes a channel, calls Done, or stores an atomic.
func publishes(a effects.Access) bool {
	if !a.Write {
		return false
	}
	return flow.Any(a.Instr.Parent(), func(instr ssa.Instruction) bool {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			_, send := instr.(*ssa.Send)
			return send && flow.MayFollow(a.Instr, instr)
		}
		if _, deferred := instr.(*ssa.Defer); !deferred && !flow.MayFollow(a.Instr, instr) {
			return false
		}
		if b, ok := call.Common().Value.(*ssa.Builtin); ok {
			return b.Name() == "close" && !flow.InLoop(a.Instr)
		}
		switch syncmodel.OfCall(call.Common()) {
		case syncmodel.WaitGroupDone:
			return !flow.InLoop(a.Instr)
		case syncmodel.AtomicStore, syncmodel.AtomicSwap, syncmodel.AtomicCompareAndSwap, syncmodel.AtomicAdd:
			return true
		}
		return false
	})
}

// waitsTooLate reports whether a function waits for the goroutines of a group, or for a channel, only after a use:
// it does not leave it to its callers to come when they are done.
func waitsTooLate(a effects.Access) bool {
	waits := func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case *ssa.Call:
			return syncmodel.OfCall(instr.Common()) == syncmodel.WaitGroupWait
		case *ssa.UnOp:
			return instr.Op == token.ARROW
		}
		return false
	}
	fn := a.Instr.Parent()
	return flow.Any(fn, func(instr ssa.Instruction) bool { return waits(instr) && flow.Dominates(a.Instr, instr) }) &&
		!flow.Any(fn, func(instr ssa.Instruction) bool { return waits(instr) && flow.MayFollow(instr, a.Instr) })
}

// sets reports whether a write stores what the function was given: what others configure,
// they configure before they start.
func sets(a effects.Access) bool {
	var given func(v ssa.Value, depth int) bool
	given = func(v ssa.Value, depth int) bool {
		if _, ok := v.(*ssa.Parameter); ok {
			return true
		}
		instr, ok := v.(ssa.Instruction)
		return ok && depth < 4 && slices.ContainsFunc(instr.Operands(nil), func(op *ssa.Value) bool { return *op != nil && given(*op, depth+1) })
	}
	switch instr := a.Instr.(type) {
	case *ssa.Store:
		return given(instr.Val, 0)
	case *ssa.MapUpdate:
		return given(instr.Value, 0) || given(instr.Key, 0)
	}
	return false
}

// startsTimer reports whether what a function starts are the functions of timers: it is
// called again while they wait.
func startsTimer(fn *ssa.Function) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		return ok && syncmodel.OfCall(call.Common()) == syncmodel.TimeAfterFunc
	})
}
