package contextuse

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A failure is the error of a call that may be tried again, followed through its function.
type failure struct {
	*reporter
	try *ssa.Call
	// errors are the values that it becomes.
	errors map[ssa.Value]bool
}

// comesBack reports whether a call that has failed, with an error that is none of those which
// the function knows by name or type, leads to a pause and from there to the call again.
func (r *reporter) comesBack(try *ssa.Call, pause ssa.Instruction) bool {
	err := errorOf(try)
	if err == nil || len(flow.Referrers(err)) == 0 {
		return false // it does not try for something
	}
	f := &failure{r, try, make(map[ssa.Value]bool)}
	if saysMore(try) || !f.onlyCompared(err) {
		return false
	}
	wrong := func(from, to *ssa.BasicBlock) bool {
		branch, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
		if !ok {
			return false
		}
		holds, known := f.holds(branch.Cond)
		return known && holds != (to == from.Succs[0])
	}
	leads := func(from, to ssa.Instruction) bool {
		return flow.Find(from, func(i ssa.Instruction) bool { return i == to }, func(ssa.Instruction) bool { return false }, wrong) != nil
	}
	return leads(try, pause) && leads(pause, try)
}

// errorOf returns the error that is the last result of a call; nil if there is none.
func errorOf(call *ssa.Call) ssa.Value {
	results := call.Call.Signature().Results()
	last := results.Len() - 1
	if !isError(results.At(last).Type()) {
		return nil
	}
	if last == 0 {
		return call
	}
	return result(call, last)
}

// isError reports whether a type is error.
func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

// saysMore reports whether a call has a yes or no beside its error, and it is used: it may say
// whether there is to be another try.
func saysMore(call *ssa.Call) bool {
	return slices.ContainsFunc(flow.Referrers(call), func(ref ssa.Instruction) bool {
		part, ok := ref.(*ssa.Extract)
		return ok && isYesOrNo(part.Type())
	})
}

// onlyCompared collects the values that an error becomes where ways come together. It reports
// whether nobody asks more of them than whether they are nil or an error that has a name or a
// type of its own; to return, wrap, print or tell them asks nothing. The names of package context
// are more.
func (f *failure) onlyCompared(v ssa.Value) bool {
	if f.errors[v] {
		return true
	}
	f.errors[v] = true
	return !slices.ContainsFunc(flow.Referrers(v), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.Return:
			return false
		case *ssa.Phi:
			return !f.onlyCompared(ref)
		case *ssa.Store:
			return !f.onlyPrinted(ref) && !f.onlyKept(ref.Addr)
		case *ssa.ChangeInterface:
			return !f.onlySaid(ref)
		case *ssa.BinOp:
			return !isKnownError(ref.X, v) && !isKnownError(ref.Y, v) || !onlyDecides(ref)
		case *ssa.TypeAssert:
			return !f.knowsType(ref)
		case *ssa.Call:
			switch {
			case syncmodel.OfCall(ref.Common()) == syncmodel.IsError:
				return !isKnownError(ref.Call.Args[1], v) || !onlyDecides(ref)
			case isCallOf(ref.Common(), "errors.As"):
				return !f.knowsTarget(ref) || !onlyDecides(ref)
			case isReceiver(ref, v): // Error
				return !f.onlySaid(ref)
			}
			return !f.onlyTold(ref, v)
		}
		return true
	})
}

// onlyKept reports whether a variable keeps an error and nobody asks more of what it holds.
func (f *failure) onlyKept(variable ssa.Value) bool {
	switch variable.(type) {
	case *ssa.Alloc, *ssa.FreeVar:
	default:
		return false
	}
	return !slices.ContainsFunc(flow.Referrers(variable), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.Store:
			return ref.Addr != variable
		case *ssa.UnOp:
			return !f.onlyCompared(ref)
		case *ssa.MakeClosure:
			i := slices.Index(ref.Bindings, variable)
			return !f.onlyKept(ref.Fn.(*ssa.Function).FreeVars[i])
		}
		return true
	})
}

// onlySaid reports whether a value is used for nothing but arguments of a function that takes any
// number of them, and of what that makes nobody asks more.
func (f *failure) onlySaid(v ssa.Value) bool {
	return !slices.ContainsFunc(flow.Referrers(v), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			return false
		case *ssa.MakeInterface:
			return !f.onlySaid(ref)
		case *ssa.Store:
			return !f.onlyPrinted(ref)
		}
		return true
	})
}

// onlyPrinted reports whether a store puts a value among those for the last parameter of a
// function that takes any number of them, and of what that makes nobody asks more. A list that
// grows by it is for the end.
func (f *failure) onlyPrinted(store *ssa.Store) bool {
	at, ok := store.Addr.(*ssa.IndexAddr)
	return ok && !slices.ContainsFunc(flow.Referrers(at.X), func(ref ssa.Instruction) bool {
		list, ok := ref.(*ssa.Slice)
		return ok && slices.ContainsFunc(flow.Referrers(list), func(use ssa.Instruction) bool {
			call, ok := use.(*ssa.Call)
			return ok && !f.onlyMakes(call)
		})
	})
}

// onlyMakes reports whether a call makes another error, a text or a list of what it is given, or
// nothing that anybody uses, and nobody asks more of that.
func (f *failure) onlyMakes(call *ssa.Call) bool {
	if _, ok := call.Call.Value.(*ssa.Builtin); ok || !isUsed(call) {
		return true
	}
	if isError(call.Type()) {
		return f.onlyCompared(call)
	}
	return !isYesOrNo(call.Type()) && f.onlySaid(call)
}

// isUsed reports whether anybody uses the result of a call.
func isUsed(call *ssa.Call) bool {
	return slices.ContainsFunc(flow.Referrers(call), func(ref ssa.Instruction) bool {
		_, debug := ref.(*ssa.DebugRef)
		return !debug
	})
}

// isYesOrNo reports whether a type is bool, or one that is made of it.
func isYesOrNo(t types.Type) bool { return types.Identical(t.Underlying(), types.Typ[types.Bool]) }

// onlyTold reports whether a call tells an error to somebody who has no answer: a log, a callback
// of the caller's, or a function that asks no more of it.
func (f *failure) onlyTold(call *ssa.Call, err ssa.Value) bool {
	if call.Call.Signature().Results().Len() > 0 {
		return false
	}
	if callee := f.summaries.Local(call.Common()); callee != nil {
		i := slices.Index(call.Call.Args, err)
		return i < len(callee.Params) && f.onlyCompared(callee.Params[i])
	}
	return onlyLogs(call) || syncmodel.Callee(call.Common()) == nil
}

// knowsTarget reports whether a call of errors.As asks for a type that tells an error of the
// package's own from that of a context.
func (f *failure) knowsTarget(as *ssa.Call) bool {
	target, ok := as.Call.Args[1].(*ssa.MakeInterface)
	if !ok {
		return false
	}
	pointer, ok := target.X.Type().Underlying().(*types.Pointer)
	return ok && f.isOwn(pointer.Elem())
}

// knowsType reports whether a type assertion only decides, and does so by a type that tells an
// error of the package's own from that of a context.
func (f *failure) knowsType(assert *ssa.TypeAssert) bool {
	return assert.CommaOk && f.isOwn(assert.AssertedType) && !slices.ContainsFunc(flow.Referrers(assert), func(ref ssa.Instruction) bool {
		part, ok := ref.(*ssa.Extract)
		return ok && part.Index == 1 && !onlyDecides(part)
	})
}

// isOwn reports whether a type is one of the package's, and not one of an error which the code
// that is tried makes, if that is known: such an error may stand for that of the context.
func (f *failure) isOwn(t types.Type) bool {
	pointed := t
	if pointer, ok := t.(*types.Pointer); ok {
		pointed = pointer.Elem()
	}
	named, ok := pointed.(*types.Named)
	if !ok || named.Obj().Pkg() != f.pass.Pkg || types.IsInterface(named) {
		return false
	}
	makes := func(fn *ssa.Function) bool {
		return flow.Any(fn, func(instr ssa.Instruction) bool {
			made, ok := instr.(*ssa.MakeInterface)
			return ok && types.Identical(made.X.Type(), t)
		})
	}
	return !slices.ContainsFunc(flow.NewGraph(nil).Closure(f.tried()), makes)
}

// tried lists the functions of the package that the call which is tried may run: the one that it
// names, or the methods of that name.
func (f *failure) tried() (list []*ssa.Function) {
	if callee := f.summaries.Local(f.try.Common()); callee != nil {
		return []*ssa.Function{callee}
	}
	if f.try.Call.IsInvoke() {
		for _, fn := range f.summaries.Order {
			if fn.Signature.Recv() != nil && fn.Name() == f.try.Call.Method.Name() {
				list = append(list, fn)
			}
		}
	}
	return list
}

// holds reports whether a condition holds for an error that has no name and no type here, if
// it asks about one.
func (f *failure) holds(cond ssa.Value) (holds, known bool) {
	switch cond := cond.(type) {
	case *ssa.UnOp:
		holds, known = f.holds(cond.X)
		return !holds, known && cond.Op == token.NOT
	case *ssa.BinOp:
		return cond.Op == token.NEQ, f.errors[cond.X] || f.errors[cond.Y]
	case *ssa.Call:
		return false, len(cond.Call.Args) > 0 && f.errors[cond.Call.Args[0]]
	case *ssa.Extract:
		assert, ok := cond.Tuple.(*ssa.TypeAssert)
		return false, ok && f.errors[assert.X]
	}
	return false, false
}

// isKnownError reports whether a value other than the one that is compared is nil, or a
// package's variable for an error that no context gives.
func isKnownError(v, compared ssa.Value) bool {
	if c, ok := v.(*ssa.Const); ok {
		return c.IsNil()
	}
	load, ok := v.(*ssa.UnOp)
	if !ok || v == compared {
		return false
	}
	name, ok := load.X.(*ssa.Global)
	return ok && name.Pkg.Pkg.Path() != "context"
}

// onlyDecides reports whether a yes or no is used for nothing but branches, which make no other
// yes or no of it.
func onlyDecides(v ssa.Value) bool {
	return !slices.ContainsFunc(flow.Referrers(v), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.If:
			return slices.ContainsFunc(ref.Block().Succs, joinsDecisions)
		case *ssa.UnOp:
			return !onlyDecides(ref)
		}
		return true
	})
}

// joinsDecisions reports whether a block begins with a yes or no that depends on the way to it,
// as && and || give one.
func joinsDecisions(b *ssa.BasicBlock) bool {
	return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
		phi, ok := instr.(*ssa.Phi)
		return ok && types.Identical(phi.Type().Underlying(), types.Typ[types.Bool])
	})
}
