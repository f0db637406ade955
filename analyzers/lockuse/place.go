package lockuse

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/rules"
)

// A taken is where a function begins to have a place of a semaphore.
type taken struct {
	by    ssa.Instruction // the send, select or call that takes it
	at    ssa.Instruction // the first one at which it is had: by itself, or the beginning of a case
	pos   token.Pos
	named ssa.Value // the channel, where the function itself names it
}

// keptPlaces reports functions that take a place of a semaphore and give it back at their
// end, and have another way out, or to the next turn, on which they keep it; and those that
// leave it to their caller, and keep it when they fail.
func keptPlaces(pass *analysis.Pass, summaries *effects.Result) (list finding.List) {
	for _, s := range semaphoresOf(summaries) {
		for _, fn := range summaries.Order {
			for _, t := range s.takes(fn) {
				out := s.keeps(fn, t)
				if out == nil {
					out = s.keepsFailing(fn, t)
				}
				if out == nil {
					continue
				}
				way := "on some way to its end"
				switch {
				case out == t.by:
					way = "on some way to the next turn of the loop"
				case out.Pos().IsValid():
					way = fmt.Sprintf("on the way out at line %d", pass.Fset.Position(out.Pos()).Line)
				}
				f := list.Add(pass.Files, "missing-unlock", rules.Likely, t.pos, fmt.Sprintf("goroutine leak: %s %s keeps its place in %s; after as many of these as there are places, everybody waits here for ever", way, diagnosis.FunctionName(fn), s.name(t)))
				if out != t.by {
					f.Relate(pass.Files, out.Pos(), "here it leaves and keeps its place")
				}
			}
		}
	}
	return list
}

// name returns what the function calls the channel.
func (s *semaphore) name(t taken) string {
	if t.named != nil {
		if p, ok := effects.PathOf(t.named); ok {
			return p.String()
		}
	}
	switch v := s.variable.(type) {
	case *types.Var:
		return v.Name()
	case *ssa.Alloc:
		return v.Comment
	}
	return s.variable.(*ssa.Global).Name()
}

// takes lists where a function takes a place: by itself, or by calling a function that takes
// one and does not give it back. What such a function returns says whether it has.
func (s *semaphore) takes(fn *ssa.Function) (list []taken) {
	for _, e := range s.operations {
		if e.instr.Parent() != fn || !s.taking(e) {
			continue
		}
		at := e.instr
		if sel, ok := at.(*ssa.Select); ok {
			if at = caseOf(sel, e.state); at == nil {
				continue
			}
		}
		list = append(list, taken{e.instr, at, e.pos, e.named})
	}
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		if callee := call.Call.StaticCallee(); callee == nil || callee == fn || !s.takesOnly(callee) {
			continue
		}
		if at := successOf(call); at != nil {
			list = append(list, taken{call, at, call.Pos(), nil})
		}
	}
	return list
}

// takesOnly reports whether a function takes a place for its caller.
func (s *semaphore) takesOnly(fn *ssa.Function) bool {
	takes := slices.ContainsFunc(s.operations, func(e operation) bool { return e.instr.Parent() == fn && s.taking(e) })
	return takes && !s.givesWithin(fn)
}

// caseOf returns the first instruction of a case of a select, if no other way leads there.
func caseOf(sel *ssa.Select, state int) ssa.Instruction {
	for _, ref := range flow.Referrers(sel) {
		index, ok := ref.(*ssa.Extract)
		if !ok || index.Index != 0 {
			continue
		}
		for _, ref := range flow.Referrers(index) {
			if is, ok := ref.(*ssa.BinOp); ok {
				if c, ok := is.Y.(*ssa.Const); ok && c.Int64() == int64(state) {
					return sideOf(is, 0)
				}
			}
		}
	}
	return nil
}

// successOf returns from where on a call has succeeded: from itself if it has no result,
// else from where the error that it returns is nil, or its result true.
func successOf(call *ssa.Call) ssa.Instruction {
	if results := call.Call.Signature().Results(); results.Len() != 1 {
		if results.Len() == 0 {
			return call
		}
		return nil
	}
	for _, ref := range flow.Referrers(call) {
		switch ref := ref.(type) {
		case *ssa.If:
			return first(ref, 0)
		case *ssa.BinOp:
			if c, ok := ref.Y.(*ssa.Const); ok && c.IsNil() {
				if ref.Op == token.NEQ {
					return sideOf(ref, 1)
				}
				return sideOf(ref, 0)
			}
		}
	}
	return nil
}

// sideOf returns the first instruction on one side of the branch that a condition decides.
func sideOf(cond *ssa.BinOp, side int) ssa.Instruction {
	for _, ref := range flow.Referrers(cond) {
		if branch, ok := ref.(*ssa.If); ok {
			return first(branch, side)
		}
	}
	return nil
}

func first(branch *ssa.If, side int) ssa.Instruction {
	if succ := branch.Block().Succs[side]; len(succ.Preds) == 1 {
		return succ.Instrs[0]
	}
	return nil
}

// keeps returns the return, or the operation itself once more, to which a function comes with
// a place that it gives back on the way to its last return; nil if there is none.
func (s *semaphore) keeps(fn *ssa.Function, t taken) ssa.Instruction {
	if !s.complete {
		return nil // it may be for others to give it back
	}
	local, ofOne := s.variable.(*ssa.Alloc)
	returns := !ofOne || local.Parent() != fn // where the channel ends with the call, so do its places
	if ofOne && returns && !runsOften(fn, local.Parent()) {
		return nil
	}
	end := lastReturn(fn)
	ends, turns := false, false
	for instr := range flow.Instructions(fn) {
		if !s.gives(instr) {
			continue
		}
		if _, deferred := instr.(*ssa.Defer); deferred && flow.MayFollow(instr, t.at) {
			return nil
		}
		if instr == t.at || flow.Dominates(t.at, instr) {
			ends = ends || end != nil && flow.MayFollow(instr, end)
			turns = turns || flow.MayFollow(instr, t.by)
		}
	}
	if s.gives(t.at) {
		return nil
	}
	wanted := func(instr ssa.Instruction) bool {
		_, isReturn := instr.(*ssa.Return)
		return isReturn && returns && ends || turns && instr == t.by
	}
	out := flow.Find(t.at, wanted, s.gives, nil)
	if out == nil || decidedTwice(t.at) {
		return nil
	}
	return out
}

// keepsFailing returns the return of an error to which a function comes with a place that it
// leaves, when all goes well, to its caller: who got an error has nothing to give back. It is
// nil if there is none, or a caller gives the place back even so.
func (s *semaphore) keepsFailing(fn *ssa.Function, t taken) ssa.Instruction {
	results := fn.Signature.Results()
	if results.Len() < 2 || !types.Identical(results.At(results.Len()-1).Type(), types.Universe.Lookup("error").Type()) || s.givesWithin(fn) || decidedTwice(t.at) || !s.isGiven() {
		return nil
	}
	fails := func(instr ssa.Instruction) (fails, ok bool) {
		out, ok := instr.(*ssa.Return)
		if !ok || len(out.Results) != results.Len() {
			return false, false
		}
		c, constant := out.Results[results.Len()-1].(*ssa.Const)
		_, joined := out.Results[results.Len()-1].(*ssa.Phi)
		return !constant || !c.IsNil(), !joined
	}
	empty := func(out ssa.Instruction) bool { return isNothing(out.(*ssa.Return).Results[0]) }
	never := func(ssa.Instruction) bool { return false }
	good := flow.Find(t.at, func(instr ssa.Instruction) bool { fails, ok := fails(instr); return ok && !fails }, never, nil)
	bad := flow.Find(t.at, func(instr ssa.Instruction) bool {
		fails, ok := fails(instr)
		return ok && fails && instr.Pos().IsValid() && empty(instr)
	}, never, nil)
	if good == nil || bad == nil || slices.ContainsFunc(s.calls.by[fn], func(caller *ssa.Function) bool { return s.givesAfterError(caller, fn) }) {
		return nil
	}
	return bad
}

// isGiven reports whether somebody gives places back.
func (s *semaphore) isGiven() bool {
	return slices.ContainsFunc(s.operations, func(e operation) bool { return !s.taking(e) && !(s.filled && s.fills(e.instr.Parent())) })
}

// givesAfterError reports whether a function gives a place back where a call of another one has
// returned an error, or where it cannot be said whether it has.
func (s *semaphore) givesAfterError(caller, callee *ssa.Function) bool {
	for instr := range flow.Instructions(caller) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		if called := call.Call.StaticCallee(); called == nil || called != callee && called.Origin() != callee {
			continue
		}
		for _, b := range flow.BranchesOn(call) {
			is, ok := b.Cond.(*ssa.BinOp)
			if !ok || is.Op != token.NEQ && is.Op != token.EQL {
				return true
			}
			side := 0
			if is.Op == token.EQL {
				side = 1
			}
			if failed := first(b, side); failed == nil || s.gives(failed) || flow.Find(failed, s.gives, func(instr ssa.Instruction) bool { return instr == call }, nil) != nil {
				return true
			}
		}
	}
	return false
}

// isNothing reports whether a value is the zero value of its type.
func isNothing(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const:
		return v.Value == nil
	case *ssa.UnOp:
		variable, ok := v.X.(*ssa.Alloc)
		return ok && v.Op == token.MUL && len(flow.Referrers(variable)) == 1
	}
	return false
}

// lastReturn returns the one that stands last in the source; after a panic nobody comes there.
func lastReturn(fn *ssa.Function) (last ssa.Instruction) {
	for instr := range flow.Instructions(fn) {
		if _, ok := instr.(*ssa.Return); ok && instr.Block() != fn.Recover && (last == nil || !instr.Pos().IsValid() || last.Pos().IsValid() && instr.Pos() > last.Pos()) {
			last = instr
		}
	}
	return last
}

// runsOften reports whether a function literal is made, called or started in a loop of the
// function that owns what it captures.
func runsOften(fn, owner *ssa.Function) bool {
	for ; fn != nil && fn != owner; fn = fn.Parent() {
		for instr := range flow.Instructions(fn.Parent()) {
			made, ok := instr.(*ssa.MakeClosure)
			if !ok || made.Fn != fn {
				continue
			}
			if flow.InLoop(made) || slices.ContainsFunc(flow.Referrers(made), flow.InLoop) {
				return true
			}
		}
	}
	return false
}

// decidedTwice reports whether, after an instruction, a flag decides or one condition is
// looked at at two places: a way that takes them differently is none.
func decidedTwice(after ssa.Instruction) bool {
	var seen []ssa.Value
	var places []effects.Path
	for instr := range flow.Instructions(after.Parent()) {
		branch, ok := instr.(*ssa.If)
		if !ok || branch.Block() != after.Block() && !flow.MayFollow(after, branch) {
			continue
		}
		cond := branch.Cond
		if not, ok := cond.(*ssa.UnOp); ok && not.Op == token.NOT {
			cond = not.X
		}
		if is, ok := cond.(*ssa.BinOp); ok {
			if _, constant := is.Y.(*ssa.Const); constant {
				cond = is.X
			}
		}
		if _, joined := cond.(*ssa.Phi); joined && types.Identical(cond.Type().Underlying(), types.Typ[types.Bool]) || slices.Contains(seen, cond) {
			return true
		}
		seen = append(seen, cond)
		if load, ok := cond.(*ssa.UnOp); ok && load.Op == token.MUL {
			if p, ok := effects.PathOf(load.X); ok {
				if slices.ContainsFunc(places, p.Same) {
					return true
				}
				places = append(places, p)
			}
		}
	}
	return false
}
