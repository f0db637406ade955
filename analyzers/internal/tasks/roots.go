package tasks

import (
	"go/types"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// isProgram reports whether fn is main, or a test that go test would run.
func isProgram(fn *ssa.Function) bool {
	if fn.Signature.Recv() != nil || fn.Signature.Results().Len() > 0 {
		return false
	}
	if fn.Name() == "main" {
		return fn.Pkg.Pkg.Name() == "main" && len(fn.Params) == 0
	}
	rest, ok := strings.CutPrefix(fn.Name(), "Test")
	if !ok || len(fn.Params) != 1 {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(rest); unicode.IsLower(first) {
		return false
	}
	return types.TypeString(fn.Params[0].Type(), nil) == "*testing.T"
}

// selfContained lists the functions that make something to
// synchronise with and start a goroutine, themselves or in what they call: as
// far as they go, nothing has to be supposed about others. Of a chain of calls
// that only together do both, the outermost function is listed, after the others.
func selfContained(fns []*ssa.Function) []*ssa.Function {
	var list, chains []*ssa.Function
	together := startsTogether(fns)
	within := make(map[*ssa.Function]bool) // called by one that is listed for what it calls
	for _, fn := range fns {
		switch {
		case isProgram(fn):
		case fn.Parent() != nil && len(fn.FreeVars) > 0 && !isResult(fn): // it needs what is around it
		case startsWithPrimitive(fn), copied(fn) && together[fn]:
			list = append(list, fn)
		case fn.Parent() == nil && together[fn]:
			chains = append(chains, fn)
			markCallees(fn, within)
		}
	}
	return append(list, slices.DeleteFunc(chains, func(fn *ssa.Function) bool { return within[fn] })...)
}

// isResult reports whether a literal is all that the function around it makes, of its
// parameters: an iterator, a handler. Whoever gets it calls it.
func isResult(fn *ssa.Function) bool {
	outer := fn.Parent()
	if outer.Parent() != nil {
		return false
	}
	returns := false
	for instr := range flow.Instructions(outer) {
		switch instr := instr.(type) {
		case *ssa.Return:
			returns = returns || len(instr.Results) > 0 && literalOf(instr.Results[0]) == fn
		case *ssa.Alloc:
			if !holdsParameter(instr) {
				return false
			}
		case *ssa.MakeChan, *ssa.MakeMap, *ssa.MakeSlice, *ssa.Go, *ssa.Defer:
			return false
		}
	}
	return returns
}

// literalOf returns the function literal that a value is, or nil.
func literalOf(v ssa.Value) *ssa.Function {
	if named, ok := v.(*ssa.ChangeType); ok {
		v = named.X
	}
	closure, ok := v.(*ssa.MakeClosure)
	if !ok {
		return nil
	}
	return closure.Fn.(*ssa.Function)
}

// holdsParameter reports whether a variable is a parameter that a literal captures.
func holdsParameter(variable *ssa.Alloc) bool {
	return slices.ContainsFunc(flow.Referrers(variable), func(ref ssa.Instruction) bool {
		store, ok := ref.(*ssa.Store)
		if !ok || store.Addr != variable {
			return false
		}
		_, ok = store.Val.(*ssa.Parameter)
		return ok
	})
}

// copied reports whether a literal is started as a goroutine in a loop. As it
// captures nothing, one such goroutine shows what many do.
func copied(fn *ssa.Function) bool {
	if fn.Parent() == nil {
		return false
	}
	for instr := range flow.Instructions(fn.Parent()) {
		if start, ok := instr.(*ssa.Go); ok && start.Call.Value == fn && flow.InLoop(start) {
			return true
		}
	}
	return false
}

// alone lists functions that may get stuck without any other goroutine: they take a lock that
// they hold already, or give it back at their end only though they loop, come back to a Once in
// what it runs, or use a channel that they made and nobody else knows.
func (in *finder) alone(summaries *effects.Result) (list []*ssa.Function) {
	for _, fn := range in.SrcFuncs {
		f := summaries.Functions[fn]
		if fn.Parent() != nil || isProgram(fn) || f == nil || len(f.Callers) > 0 && !effects.Exported(fn) || startsWithPrimitive(fn) {
			continue
		}
		if relocksItself(f) || unlocksTooLate(fn) || usesOwnChannel(fn) || in.comesBackToOnce(fn) {
			list = append(list, fn)
		}
	}
	return list
}

// unlocksTooLate reports whether a function defers an unlock in a loop.
func unlocksTooLate(fn *ssa.Function) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		deferred, ok := instr.(*ssa.Defer)
		if !ok || !flow.InLoop(deferred) {
			return false
		}
		op := syncmodel.OfCall(deferred.Common())
		return op == syncmodel.Unlock || op == syncmodel.RUnlock
	})
}

// comesBackToOnce reports whether the function of a Once that a function has run may call it
// again.
func (in *finder) comesBackToOnce(fn *ssa.Function) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		if !ok || syncmodel.OfCall(call.Common()) != syncmodel.OnceDo {
			return false
		}
		run := effects.FunctionOf(call.Call.Args[1])
		return run != nil && slices.Contains(in.graph.Closure([]*ssa.Function{run}), fn)
	})
}

// usesOwnChannel reports whether a function makes a channel and sends to or
// receives from it.
func usesOwnChannel(fn *ssa.Function) bool {
	for instr := range flow.Instructions(fn) {
		made, ok := instr.(*ssa.MakeChan)
		if !ok {
			continue
		}
		for _, ref := range *made.Referrers() {
			switch ref.(type) {
			case *ssa.Send, *ssa.UnOp:
				return true
			}
		}
	}
	return false
}

func markCallees(fn *ssa.Function, marked map[*ssa.Function]bool) {
	for callee := range calleesIn(fn) {
		if !marked[callee] {
			marked[callee] = true
			markCallees(callee, marked)
		}
	}
}

// calleesIn yields the functions of the same package that a function, or a
// literal in it, calls by name.
func calleesIn(fn *ssa.Function) iter.Seq[*ssa.Function] {
	return func(yield func(*ssa.Function) bool) {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			callee := call.Common().StaticCallee()
			if callee != nil && callee.Pkg == fn.Pkg && callee.Parent() == nil && len(callee.Blocks) > 0 && !yield(callee) {
				return
			}
		}
		for _, anon := range fn.AnonFuncs {
			for callee := range calleesIn(anon) {
				if !yield(callee) {
					return
				}
			}
		}
	}
}

// startsTogether finds the functions that with all that they call, literals included, make
// something to synchronise with and start a goroutine.
func startsTogether(fns []*ssa.Function) map[*ssa.Function]bool {
	calledBy := make(map[*ssa.Function][]*ssa.Function)
	var makers, starters []*ssa.Function
	for _, fn := range fns {
		for callee := range calleesIn(fn) {
			calledBy[callee] = append(calledBy[callee], fn)
		}
		makes, starts := makesAndStarts(fn)
		if makes {
			makers = append(makers, fn)
		}
		if starts {
			starters = append(starters, fn)
		}
	}
	above := func(work []*ssa.Function) map[*ssa.Function]bool {
		found := make(map[*ssa.Function]bool)
		for len(work) > 0 {
			fn := work[len(work)-1]
			work = work[:len(work)-1]
			if !found[fn] {
				found[fn] = true
				work = append(work, calledBy[fn]...)
			}
		}
		return found
	}
	together, starting := above(makers), above(starters)
	for fn := range together {
		together[fn] = starting[fn]
	}
	return together
}

// startsWithPrimitive reports whether fn, with its function literals, makes something to
// synchronise with and starts a goroutine.
func startsWithPrimitive(fn *ssa.Function) bool {
	makes, starts := makesAndStarts(fn)
	return makes && starts
}

// makesAndStarts tells the two apart.
func makesAndStarts(fn *ssa.Function) (makes, starts bool) {
	for instr := range flow.Instructions(fn) {
		switch instr := instr.(type) {
		case *ssa.MakeChan:
			makes = true
		case *ssa.Alloc:
			if instr.Heap {
				makes = true // a captured variable, or a primitive
			}
		}
		starts = starts || startsGoroutine(instr)
	}
	for _, anon := range fn.AnonFuncs {
		m, s := makesAndStarts(anon)
		makes, starts = makes || m, starts || s
	}
	return makes, starts
}
