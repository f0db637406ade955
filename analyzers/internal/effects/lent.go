package effects

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
)

// A lent literal is a function literal that is given to a function of the package which does
// nothing with it but call it, as in s.withLock(func() { ... }).
type lent struct {
	fn   *ssa.Function
	held []Held // what that function holds whenever it calls, in the terms of the one around the literal
}

// lentBy lists the literals that a call lends.
func (s *summariser) lentBy(call *ssa.Call) (list []lent) {
	callee := staticCallee(call.Common())
	f := s.result.Functions[callee]
	if f == nil || len(callee.Params) != len(call.Call.Args) {
		return nil
	}
	for i, arg := range call.Call.Args {
		fn := literal(arg)
		if fn == nil || !onlyCalls(callee.Params[i]) {
			continue
		}
		l := lent{fn: fn}
		for _, h := range f.Lends[i] {
			if fact, ok := heldFact(h); ok {
				if h, ok := fact.in(call.Common()); ok {
					l.held = append(l.held, h)
				}
			} else if _, ok := h.Path.Root.(*ssa.Global); ok {
				l.held = append(l.held, h)
			}
		}
		list = append(list, l)
	}
	return list
}

// literal returns the function literal that an argument is, if it is used nowhere else.
func literal(arg ssa.Value) *ssa.Function {
	switch v := arg.(type) {
	case *ssa.MakeClosure:
		if fn := v.Fn.(*ssa.Function); len(*v.Referrers()) == 1 && fn.Synthetic == "" {
			return fn
		}
	case *ssa.Function:
		if v.Parent() != nil {
			return v
		}
	}
	return nil
}

// onlyCalls reports whether a parameter is a function that is called at once and not kept.
func onlyCalls(p *ssa.Parameter) bool {
	uses := flow.Referrers(p)
	return len(uses) > 0 && !slices.ContainsFunc(uses, func(ref ssa.Instruction) bool {
		call, ok := ref.(*ssa.Call)
		return !ok || call.Call.Value != p
	})
}

// noteLending notes the locks held where a function calls one of its parameters.
func noteLending(f *Function, state *lockState, call *ssa.Call) {
	p, ok := call.Call.Value.(*ssa.Parameter)
	if !ok || call.Call.IsInvoke() {
		return
	}
	i := slices.Index(call.Parent().Params, p)
	held, known := f.Lends[i]
	if !known {
		held = state.must()
	} else {
		held = slices.DeleteFunc(slices.Clone(held), func(h Held) bool { return !holds(state.must(), h) })
	}
	if f.Lends == nil {
		f.Lends = make(map[int][]Held)
	}
	f.Lends[i] = held
}
