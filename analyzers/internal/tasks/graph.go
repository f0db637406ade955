package tasks

import (
	"cmp"
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
)

// maxEntrances bounds from where one edge of the lock graph is entered.
const maxEntrances = 2

// graphDrivers puts two functions beside each other that take locks of two types
// in opposite orders: that of an object and of one that it leads to, through a
// field, a map or a slice, and back again. They are supposed to be at work on one
// object of each type.
func graphDrivers(in *finder, summaries *effects.Result) []*Driver {
	var drivers []*Driver
	owners := in.lockOwners()
	for i, a := range summaries.Nestings {
		for _, b := range summaries.Nestings[i+1:] {
			outer, inner := owners[a.Outer], owners[a.Inner]
			if a.Outer != b.Inner || a.Inner != b.Outer || outer == nil || inner == nil || outer == inner {
				continue
			}
			g := &joining{in, summaries, []*types.TypeName{outer, inner}}
			ways := [2][]effects.Entrance{g.entrances(a.Fn), g.entrances(b.Fn)}
			if in.Pkg.Pkg.Name() == "main" && len(ways[0])+len(ways[1]) == 0 {
				ways = g.besideInMain(a.Fn, b.Fn)
			}
			for _, x := range ways[0] {
				for _, y := range ways[1] {
					if x.Fn != y.Fn { // in which state which part of one runs is in its own code
						why := fmt.Sprintf("%s and %s have locks, so they are meant for several goroutines; supposed are two that know each other", outer.Name(), inner.Name())
						drivers = add(drivers, oneOfEach(why, x, y))
					}
				}
			}
		}
	}
	return drivers
}

// returnDrivers run a function that holds the lock of an object while it calls another
// object, which asks for the same lock through the pointer that leads back: alone, or,
// where both only read, beside one that writes. Types of which there are many objects are
// left out: which of them is locked twice is not known.
func returnDrivers(in *finder, summaries *effects.Result) []*Driver {
	var drivers []*Driver
	owners := in.lockOwners()
	for _, n := range summaries.Nestings {
		owner := owners[n.Outer]
		if n.Outer != n.Inner || owner == nil || relocksItself(summaries.Functions[n.Fn]) {
			continue
		}
		g := &joining{in, summaries, []*types.TypeName{owner}}
		why := fmt.Sprintf("supposed is one %s, to which what it holds leads back", owner.Name())
		for _, x := range g.entrances(n.Fn) {
			if !g.isOneOfAKind(owner, x.Fn) {
				continue
			}
			calls := []effects.Entrance{x}
			if n.Read {
				writers := slices.DeleteFunc(g.writers(n.Outer), func(w effects.Entrance) bool { return w.Fn == x.Fn })
				if len(writers) == 0 {
					continue
				}
				calls = append(calls, writers[0])
			}
			d := oneOfEach(why, calls...)
			d.OneOnly = true
			drivers = add(drivers, d)
		}
	}
	return drivers
}

// oneOfEach makes a driver of calls that work on one object of each type.
func oneOfEach(why string, calls ...effects.Entrance) *Driver {
	d := &Driver{OneOfEach: true, Why: why}
	for _, c := range calls {
		d.Calls = append(d.Calls, c.Fn)
	}
	if len(calls) == 2 {
		d.Before = calls[0].Starts != calls[1].Starts
		if calls[1].Starts && d.Before {
			slices.Reverse(d.Calls)
		}
	}
	for _, fn := range d.Calls {
		d.Same = append(d.Same, shareNone(fn))
	}
	return d
}

// isOneOfAKind reports whether objects of a type seem to stand alone, so that a pointer to
// one leads to the one at hand: fn is given one, no map or slice of the package holds them,
// none leads to another, and no function that fn reaches is given two.
func (g *joining) isOneOfAKind(owner *types.TypeName, fn *ssa.Function) bool {
	for f, holder := range g.in.lockOwners() {
		field, ok := f.(*types.Var)
		if !ok {
			continue
		}
		if elem, container := leadsTo(field.Type()); elem == owner && (container || holder == owner) {
			return false
		}
	}
	for _, f := range g.in.graph.Closure([]*ssa.Function{fn}) {
		given := 0
		for _, p := range f.Params {
			if elem, container := leadsTo(p.Type()); elem == owner {
				if given++; given > 1 || container {
					return false
				}
			}
		}
		if f == fn && given == 0 {
			return false
		}
	}
	return true
}

// leadsTo follows pointers, slices, arrays and maps to the type that they hold, and reports
// whether it may hold several.
func leadsTo(t types.Type) (elem *types.TypeName, container bool) {
	for {
		switch u := types.Unalias(t).(type) {
		case *types.Pointer:
			t = u.Elem()
		case *types.Slice:
			t, container = u.Elem(), true
		case *types.Array:
			t, container = u.Elem(), true
		case *types.Map:
			if key, _ := leadsTo(u.Key()); key != nil {
				return key, true
			}
			t, container = u.Elem(), true
		case *types.Chan:
			t, container = u.Elem(), true
		case *types.Named:
			return u.Origin().Obj(), container
		default:
			return nil, false
		}
	}
}

// relocksItself reports whether the summary of a function shows already that it takes a lock
// which it holds.
func relocksItself(f *effects.Function) bool {
	return slices.ContainsFunc(f.Acquires, func(a effects.Acquire) bool {
		return slices.ContainsFunc(a.Held, func(h effects.Held) bool { return h.Path.Root != nil && h.Path.Same(a.Lock.Path) })
	})
}

// writers lists functions that take a lock of a class for writing.
func (g *joining) writers(class effects.Class) (list []effects.Entrance) {
	for _, fn := range g.summaries.Order {
		for _, a := range g.summaries.Functions[fn].Acquires {
			if !a.Lock.Read && a.Lock.Class() == class {
				list = append(list, g.entrances(fn)...)
				break
			}
		}
	}
	return list
}

// lockOwners finds the struct types of the package to which the classes of locks belong.
func (in *finder) lockOwners() map[effects.Class]*types.TypeName {
	if in.owners != nil {
		return in.owners
	}
	in.owners = make(map[effects.Class]*types.TypeName)
	scope := in.Pkg.Pkg.Scope()
	for _, name := range scope.Names() {
		if t, ok := scope.Lookup(name).(*types.TypeName); ok && !t.IsAlias() {
			addFields(in.owners, t, t.Type().Underlying())
		}
	}
	return in.owners
}

// addFields notes to whom the fields of a struct belong, those of structs without a name
// within it included.
func addFields(owners map[effects.Class]*types.TypeName, owner *types.TypeName, t types.Type) {
	s, ok := t.(*types.Struct)
	if !ok {
		return
	}
	for f := range s.Fields() {
		owners[f.Origin()] = owner
		addFields(owners, owner, f.Type())
	}
}

// joining looks for calls in which two objects that know each other already are at work.
type joining struct {
	in        *finder
	summaries *effects.Result
	types     []*types.TypeName
}

// entrances lists functions that may be called from outside at any time, or that run as
// goroutines, and lead to fn.
func (g *joining) entrances(fn *ssa.Function) []effects.Entrance {
	if g.summaries.Functions[fn].Task && fn.Parent() == nil {
		return []effects.Entrance{{Fn: fn}}
	}
	list := slices.DeleteFunc(g.summaries.Entrances(fn), func(e effects.Entrance) bool {
		return isProgram(e.Fn) || isConstructor(e.Fn) || g.summaries.WantsLock(e.Fn) || g.introduces(e.Fn)
	})
	slices.SortStableFunc(list, func(a, b effects.Entrance) int { return cmp.Compare(a.Fn.Pos(), b.Fn.Pos()) })
	return list[:min(len(list), maxEntrances)]
}

// introduces reports whether a function, or what it calls, makes one of the objects
// known to another: before, nobody can be on the way from the one to the other.
func (g *joining) introduces(fn *ssa.Function) bool {
	return slices.ContainsFunc(g.types, func(t *types.TypeName) bool { return g.in.introducing(t)[fn] })
}

// introducing returns the functions that keep a pointer to an object of a type, which somebody else
// has made, or lead to one that does.
func (in *finder) introducing(t *types.TypeName) map[*ssa.Function]bool {
	if in.keeping == nil {
		in.findKeeping()
	}
	all, known := in.introducers[t]
	if known {
		return all
	}
	all = make(map[*ssa.Function]bool)
	for work := in.keeping[t]; len(work) > 0; {
		fn := work[len(work)-1]
		work = work[: len(work)-1 : len(work)-1]
		if !all[fn] {
			all[fn] = true
			work = append(work, in.namedBy[fn]...)
		}
	}
	in.introducers[t] = all
	return all
}

// findKeeping notes for each type which functions keep a pointer to an object of it, and for each
// function by which it is named: to follow each on its own would take the square of the time.
func (in *finder) findKeeping() {
	in.keeping, in.namedBy = make(map[*types.TypeName][]*ssa.Function), make(map[*ssa.Function][]*ssa.Function)
	in.introducers = make(map[*types.TypeName]map[*ssa.Function]bool)
	for _, fn := range in.graph.Closure(in.SrcFuncs) {
		for _, named := range in.graph.Named(fn) {
			in.namedBy[named] = append(in.namedBy[named], fn)
		}
		for instr := range flow.Instructions(fn) {
			var stored ssa.Value
			switch instr := instr.(type) {
			case *ssa.Store:
				if kept(instr.Addr) {
					stored = instr.Val
				}
			case *ssa.MapUpdate:
				stored = instr.Value
			}
			if t := pointedTo(stored); t != nil {
				in.keeping[t] = append(in.keeping[t], fn)
			}
		}
	}
}

// kept reports whether what is stored at an address outlives the call: it is not a
// local variable, nor an argument of an append to one.
func kept(address ssa.Value) bool {
	element, ok := address.(*ssa.IndexAddr)
	if !ok {
		_, local := address.(*ssa.Alloc)
		return !local
	}
	arguments, ok := element.X.(*ssa.Alloc)
	if !ok {
		return true
	}
	for _, ref := range flow.Referrers(arguments) {
		s, ok := ref.(*ssa.Slice)
		if !ok {
			continue
		}
		for _, ref := range flow.Referrers(s) {
			call, ok := ref.(*ssa.Call)
			if !ok || len(call.Call.Args) == 0 {
				continue
			}
			if load, ok := call.Call.Args[0].(*ssa.UnOp); ok {
				if _, local := load.X.(*ssa.Alloc); !local {
					return true
				}
			}
		}
	}
	return false
}

// pointedTo returns the type to whose object a value that is stored points, or nil: also for nil,
// and for an object that is made there.
func pointedTo(v ssa.Value) *types.TypeName {
	switch v.(type) {
	case nil, *ssa.Const, *ssa.Alloc:
		return nil
	}
	p, ok := v.Type().Underlying().(*types.Pointer)
	if !ok {
		return nil
	}
	elem, _ := leadsTo(p)
	return elem
}
