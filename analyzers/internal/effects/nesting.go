package effects

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A Class is all locks of one declaration: a field (*types.Var) or a package
// variable (*ssa.Global). Which instance a lock is does not show in it.
type Class any

// Class returns the class of a lock, or nil for a local variable.
func (h Held) Class() Class {
	if h.Path.Last != nil {
		return h.Path.Last
	}
	if g, ok := h.Path.Root.(*ssa.Global); ok {
		return g
	}
	return nil
}

// A Nesting is a lock that a function, or what it calls, takes while it may hold
// another one: an edge of the lock graph.
type Nesting struct {
	Fn           *ssa.Function
	Pos          token.Pos // of the call that takes the inner lock
	Outer, Inner Class
	Read         bool // both are taken for reading
}

// A taken is a class of locks that is taken, and how.
type taken struct {
	class Class
	read  bool
}

// findNestings draws the lock graph of the package (after Blackshear et al.,
// "RacerD", OOPSLA 2018, and its sibling for starvation): unlike the acquisitions
// in a summary it knows locks by class, so that those reached through maps, slices
// and results are in it too.
func (s *summariser) findNestings() {
	t := &taking{summariser: s, classes: make(map[*ssa.Function][]taken), called: make(map[*ssa.Parameter][]taken), callsOf: make(map[*ssa.Function][]callUnder)}
	for range maxRounds {
		t.changed = false
		for _, fn := range s.result.Order {
			t.function(fn)
		}
		if !t.changed {
			break
		}
	}
	if len(t.classes) == 0 {
		return // most packages have no lock
	}
	for _, fn := range s.result.Order {
		t.findSites(fn)
	}
	t.findUnder()
	for _, site := range t.sites {
		if p, ok := site.call.Call.Value.(*ssa.Parameter); ok {
			t.called[p] = append(t.called[p], site.held...)
		}
	}
	for _, site := range t.sites {
		t.nestings(site)
	}
}

// A taking knows which classes of locks each function takes, itself or in what it calls.
type taking struct {
	*summariser
	classes map[*ssa.Function][]taken
	// called lists for each parameter of a function type what the function holds when
	// it calls it.
	called  map[*ssa.Parameter][]taken
	sites   []site
	changed bool
	// callsOf lists for each function of the package the calls of it.
	callsOf map[*ssa.Function][]callUnder
}

// A callUnder is a call with the classes of the locks that are held there for sure.
type callUnder struct {
	caller *ssa.Function
	held   []Class
}

// findUnder fills in Function.Under: what all callers hold, or have when they are called.
func (t *taking) findUnder() {
	for range maxRounds {
		changed := false
		for _, fn := range t.result.Order {
			f := t.result.Functions[fn]
			calls := t.callsOf[fn]
			if len(calls) == 0 || len(calls) < len(f.Callers) || f.Task || f.Unknown || calledFromOutside(fn) {
				continue
			}
			under := t.heldAt(calls[0])
			for _, c := range calls[1:] {
				held := t.heldAt(c)
				under = slices.DeleteFunc(under, func(c Class) bool { return !slices.Contains(held, c) })
			}
			if len(under) != len(f.Under) {
				f.Under, changed = under, true
			}
		}
		if !changed {
			return
		}
	}
}

// heldAt lists the classes of locks that are held at a call.
func (t *taking) heldAt(c callUnder) []Class {
	return append(slices.Clone(c.held), t.result.Functions[c.caller].Under...)
}

// A site is a call with the classes of what may be held there.
type site struct {
	call *ssa.Call
	held []taken
}

// function adds what one function takes, from what is known of its callees.
func (t *taking) function(fn *ssa.Function) {
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(ssa.CallInstruction)
		if _, spawns := instr.(*ssa.Go); !ok || spawns {
			continue
		}
		for _, c := range t.takenBy(call.Common()) {
			if !slices.Contains(t.classes[fn], c) && len(t.classes[fn]) < maxAcquires {
				t.classes[fn] = append(t.classes[fn], c)
				t.changed = true
			}
		}
	}
}

// takenBy returns what a call takes, what the function literals do that it is given included.
func (t *taking) takenBy(common *ssa.CallCommon) []taken {
	switch op := operationOf(common); op {
	case syncmodel.Lock, syncmodel.RLock:
		p, _ := lockPath(common.Args[0])
		if class := (Held{Path: p}).Class(); class != nil {
			return []taken{{class, op == syncmodel.RLock}}
		}
		return nil
	case syncmodel.None:
	default:
		return nil
	}
	callee := staticCallee(common)
	if callee == nil {
		return nil
	}
	if t.result.Functions[callee] == nil {
		return t.takenElsewhere(callee)
	}
	if len(t.result.Functions[callee].Drops) > 0 {
		return nil // it gives a lock back in between: what is held at its call is not known inside
	}
	list := slices.Clone(t.classes[callee])
	for _, a := range common.Args {
		if literal := literalOf(a); literal != nil {
			list = append(list, t.classes[literal]...)
		}
	}
	return list
}

// takenElsewhere returns what a function of another package takes of what its parameters lead to.
func (t *taking) takenElsewhere(callee *ssa.Function) (list []taken) {
	fact := &LockFact{}
	obj, ok := callee.Object().(*types.Func)
	if !ok || obj.Pkg() == nil || obj.Pkg() == t.pass.Pkg || !t.pass.ImportObjectFact(obj.Origin(), fact) {
		return nil
	}
	for _, a := range fact.Acquires {
		if p := a.Lock.Path; p.Parameter < len(callee.Params) {
			if f := fieldOf(callee.Params[p.Parameter].Type(), p.Fields); f != nil {
				list = append(list, taken{f, a.Lock.Read})
			}
		}
	}
	return list
}

// literalOf returns the function literal that an argument is, or nil.
func literalOf(v ssa.Value) *ssa.Function {
	switch v := v.(type) {
	case *ssa.MakeClosure:
		return v.Fn.(*ssa.Function)
	case *ssa.Function:
		if v.Parent() != nil {
			return v
		}
	}
	return nil
}

// nestings notes what a call takes while something is held.
func (t *taking) nestings(s site) {
	note := func(outer, inner taken) {
		n := Nesting{s.call.Parent(), s.call.Pos(), outer.class, inner.class, outer.read && inner.read}
		if !slices.Contains(t.result.Nestings, n) {
			t.result.Nestings = append(t.result.Nestings, n)
		}
	}
	for _, outer := range s.held {
		for _, inner := range t.takenBy(s.call.Common()) {
			note(outer, inner)
		}
	}
	callee := staticCallee(s.call.Common())
	if t.result.Functions[callee] == nil {
		return
	}
	for i, a := range s.call.Call.Args {
		for _, inner := range t.classes[literalOf(a)] {
			for _, outer := range t.called[callee.Params[i]] {
				note(outer, inner)
			}
		}
	}
}

// findSites adds the calls of a function that are made while something may be held, and
// those that are given a function literal.
func (t *taking) findSites(fn *ssa.Function) {
	if len(fn.Blocks) == 0 || len(fn.Blocks) > maxBlocks {
		return
	}
	in := t.lockStates(fn)
	for _, b := range fn.Blocks {
		t.flow(b, in[b.Index], func(instr ssa.Instruction, before *lockState) {
			call, ok := instr.(*ssa.Call)
			if !ok {
				return
			}
			if callee := staticCallee(call.Common()); t.result.Functions[callee] != nil {
				c := callUnder{caller: fn}
				for _, h := range before.must() {
					if class := h.Class(); class != nil {
						c.held = append(c.held, class)
					}
				}
				t.callsOf[callee] = append(t.callsOf[callee], c)
			}
			var held []taken
			for _, h := range append(before.may(), t.result.Functions[fn].Entry...) {
				if c := h.Class(); c != nil {
					held = append(held, taken{c, h.Read})
				}
			}
			if len(held) > 0 || slices.ContainsFunc(call.Call.Args, func(a ssa.Value) bool { return literalOf(a) != nil }) {
				t.sites = append(t.sites, site{call, held})
			}
		})
	}
}
