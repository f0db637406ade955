package tasks

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
)

// entrances lists the ways to a function as effects.Entrances does, but looks through
// methods that nobody outside the package gets at, whatever their names.
func (in *finder) entrances(summaries *effects.Result, fn *ssa.Function) []effects.Entrance {
	list, known := in.ways[fn]
	if known {
		return list
	}
	for _, e := range summaries.Entrances(fn) {
		f := summaries.Functions[e.Fn]
		if in.isCalledBack(e.Fn) {
			continue
		}
		if len(f.Starters)+len(f.Callers) == 0 || !in.isHidden(e.Fn) {
			list = append(list, e)
			continue
		}
		for _, starter := range f.Starters {
			for _, outer := range summaries.Entrances(starter) {
				list = append(list, effects.Entrance{Fn: outer.Fn, Starts: true})
			}
		}
		for _, caller := range f.Callers {
			for _, outer := range summaries.Entrances(caller) {
				list = append(list, effects.Entrance{Fn: outer.Fn, Starts: e.Starts || outer.Starts})
			}
		}
	}
	in.ways[fn] = list
	return list
}

// isCalledBack reports whether a method is there for the standard library, which calls it for
// code of this package, and that may hold the lock: to print a type that only this package
// knows, to sort a type or to keep it as a heap, if it has no lock of its own or the package
// itself has it sorted.
func (in *finder) isCalledBack(fn *ssa.Function) bool {
	recv := fn.Signature.Recv()
	if recv == nil {
		return false
	}
	named, ok := deref(recv.Type()).(*types.Named)
	if !ok {
		return false
	}
	switch fn.Name() {
	case "String", "GoString", "Error", "Format", "LogValue", "MarshalText", "MarshalJSON":
		return !named.Obj().Exported() && !in.isShown(named, fn.Name())
	case "Len", "Less", "Swap", "Push", "Pop":
		return isSorted(recv.Type()) && (!hasLock(named.Obj()) || in.isGivenToSort(named))
	}
	return false
}

// isGivenToSort reports whether the package makes an interface of a type that sorts.
func (in *finder) isGivenToSort(named *types.Named) bool {
	return slices.ContainsFunc(in.SrcFuncs, func(fn *ssa.Function) bool {
		return flow.Any(fn, func(instr ssa.Instruction) bool {
			boxed, ok := instr.(*ssa.MakeInterface)
			return ok && deref(boxed.X.Type()) == types.Type(named) && isSorted(boxed.Type())
		})
	})
}

// isSorted reports whether a type has the methods of sort.Interface.
func isSorted(t types.Type) bool {
	for _, name := range []string{"Len", "Less", "Swap"} {
		if method, _, _ := types.LookupFieldOrMethod(t, true, nil, name); method == nil {
			return false
		}
	}
	return true
}

// isHidden reports whether a function is a method with an exported name of a type that
// other packages see only as interfaces without this method.
func (in *finder) isHidden(fn *ssa.Function) bool {
	recv := fn.Signature.Recv()
	if recv == nil || !effects.Exported(fn) {
		return false
	}
	named, ok := deref(recv.Type()).(*types.Named)
	if !ok || named.Obj().Exported() || named.Obj().Pkg().Name() == "main" {
		return false
	}
	hidden, known := in.hidden[fn]
	if !known {
		hidden = !in.isShown(named, fn.Name())
		in.hidden[fn] = hidden
	}
	return hidden
}

// isShown reports whether the package lets others have a type as it is, or as an
// interface with a method.
func (in *finder) isShown(named *types.Named, method string) bool {
	is := func(t types.Type) bool { return deref(t) == types.Type(named) }
	scope := named.Obj().Pkg().Scope()
	for _, name := range scope.Names() {
		obj := scope.Lookup(name)
		if s, ok := obj.Type().Underlying().(*types.Struct); ok {
			for f := range s.Fields() {
				if is(f.Type()) && (f.Embedded() || f.Exported()) {
					return true
				}
			}
		}
		if obj.Exported() && is(obj.Type()) {
			return true
		}
	}
	return slices.ContainsFunc(in.SrcFuncs, func(fn *ssa.Function) bool {
		if effects.Exported(fn) {
			for v := range fn.Signature.Results().Variables() {
				if is(v.Type()) {
					return true
				}
			}
		}
		return flow.Any(fn, func(instr ssa.Instruction) bool {
			boxed, ok := instr.(*ssa.MakeInterface)
			if !ok || !is(boxed.X.Type()) {
				return false
			}
			set := boxed.Type().Underlying().(*types.Interface)
			obj, _, _ := types.LookupFieldOrMethod(set, false, named.Obj().Pkg(), method)
			return set.Empty() || obj != nil
		})
	})
}

// deref returns what a pointer type points to, and other types as they are.
func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	return types.Unalias(t)
}

// waitsInLoop reports whether a function waits in a loop: it runs as long as its object
// lives, and once for each.
func waitsInLoop(fn *ssa.Function) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		sel, ok := instr.(*ssa.Select)
		return ok && sel.Blocking && flow.InLoop(sel)
	})
}
