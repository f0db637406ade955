package contextuse

import (
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// afterHandler reports a goroutine that an HTTP handler starts, does not wait for, and
// gives the context of the request for its work. The context ends when the handler
// returns. A goroutine that only waits for that end is right.
func (r *reporter) afterHandler(start *ssa.Go) {
	fn := start.Parent()
	if !syncmodel.IsHandler(fn.Signature) || r.waits.MayAfter(start, true) {
		return
	}
	request := fn.Params[len(fn.Params)-1]
	if request.Name() == "_" {
		return
	}
	work := r.work(start, request)
	if work == nil {
		return
	}
	f := r.findings.Add(r.pass.Files, "request-ctx-after-handler", rules.Likely, work.Pos(), cancelledHalfWay(fn))
	f.Relate(r.pass.Files, start.Pos(), "the goroutine is started here")
}

func cancelledHalfWay(handler *ssa.Function) string {
	return fmt.Sprintf("cancelled half way: this goroutine works with the context of the request, which ends as soon as %s returns; nothing makes %[1]s wait for it", diagnosis.FunctionName(handler))
}

// startedByHandler reports such a goroutine where the handler has another function start it.
func (r *reporter) startedByHandler(call *ssa.Call) {
	fn := call.Parent()
	if !syncmodel.IsHandler(fn.Signature) {
		return
	}
	callee := r.summaries.Local(call.Common())
	if callee == nil || r.waits.MayAfter(call, true) {
		return
	}
	request := fn.Params[len(fn.Params)-1]
	for i, arg := range call.Call.Args {
		if !ofRequest(arg, request, 0) {
			continue
		}
		for instr := range flow.Instructions(callee) {
			start, ok := instr.(*ssa.Go)
			if !ok || r.waits.MayAfter(start, true) || r.work(start, callee.Params[i]) == nil {
				continue
			}
			f := r.findings.Add(r.pass.Files, "request-ctx-after-handler", rules.Likely, start.Pos(), cancelledHalfWay(fn))
			f.Relate(r.pass.Files, call.Pos(), "the handler gives the context of its request away here")
			return
		}
	}
}

// work returns the call in a goroutine that is given the context of a request, or the go
// statement itself where that is the call; nil if there is none.
func (r *reporter) work(start *ssa.Go, request *ssa.Parameter) ssa.Instruction {
	var contexts []ssa.Value
	if closure, ok := start.Call.Value.(*ssa.MakeClosure); ok {
		fn := closure.Fn.(*ssa.Function)
		for i, b := range closure.Bindings {
			if ofRequest(b, request, 0) {
				contexts = append(contexts, fn.FreeVars[i])
			}
		}
	}
	if fn := r.summaries.Local(start.Common()); fn != nil {
		for i, arg := range start.Call.Args {
			switch {
			case i >= len(fn.Params):
			case ofRequest(arg, request, 0):
				contexts = append(contexts, fn.Params[i])
			default:
				contexts = append(contexts, r.keptIn(arg, request, fn.Params[i])...)
			}
		}
	}
	for _, v := range contexts {
		if used := passesOn(v, 0); used != nil {
			return used
		}
	}
	// The goroutine is a method of an interface, or a function of another package.
	if r.summaries.Local(start.Common()) == nil && syncmodel.OfCall(start.Common()) == syncmodel.None {
		for _, arg := range start.Call.Args {
			if syncmodel.IsContext(arg.Type()) && ofRequest(arg, request, 0) {
				return start
			}
		}
	}
	return nil
}

// keptIn lists what a function loads from that field of a struct, its parameter, into which a handler has put the context of
// its request.
func (r *reporter) keptIn(arg ssa.Value, request, parameter *ssa.Parameter) (list []ssa.Value) {
	if load, ok := arg.(*ssa.UnOp); ok && load.Op == token.MUL {
		arg = load.X // the struct is given by value
	}
	object, ok := arg.(*ssa.Alloc)
	if !ok {
		return nil
	}
	for _, ref := range flow.Referrers(object) {
		field, ok := ref.(*ssa.FieldAddr)
		if !ok || !slices.ContainsFunc(flow.Referrers(field), func(ref ssa.Instruction) bool {
			store, ok := ref.(*ssa.Store)
			return ok && store.Addr == field && ofRequest(store.Val, request, 0)
		}) {
			continue
		}
		for instr := range flow.Instructions(parameter.Parent()) {
			switch instr := instr.(type) {
			case *ssa.Field:
				if instr.X == parameter && instr.Field == field.Field {
					list = append(list, instr)
				}
			case *ssa.UnOp:
				at, ok := instr.X.(*ssa.FieldAddr)
				if !ok || at.Field != field.Field {
					continue
				}
				if p, ok := effects.PathOf(at); ok && p.Root == parameter && p.Base().Fields == "" {
					list = append(list, instr)
				}
			}
		}
	}
	return list
}

// maxSteps bounds how far the value of a context is followed.
const maxSteps = 6

// ofRequest reports whether a value is a request, its context, one that is derived from
// that, or a variable that holds one of them.
func ofRequest(v ssa.Value, request *ssa.Parameter, depth int) bool {
	if v == request {
		return true
	}
	if depth > maxSteps {
		return false
	}
	switch v := v.(type) {
	case *ssa.Alloc:
		return slices.ContainsFunc(flow.Referrers(v), func(ref ssa.Instruction) bool {
			store, ok := ref.(*ssa.Store)
			return ok && store.Addr == v && ofRequest(store.Val, request, depth+1)
		})
	case *ssa.UnOp:
		return v.Op == token.MUL && ofRequest(v.X, request, depth+1)
	case *ssa.Extract:
		call, ok := v.Tuple.(*ssa.Call)
		return ok && v.Index == 0 && ofRequest(call, request, depth+1)
	case *ssa.Call:
		if isRequestContext(v) {
			return ofRequest(v.Call.Args[0], request, depth+1)
		}
		switch syncmodel.OfCall(v.Common()) {
		case syncmodel.ContextWithCancel, syncmodel.ContextWithTimeout, syncmodel.ContextWithValue:
			return ofRequest(v.Call.Args[0], request, depth+1)
		}
	}
	return false
}

// isRequestContext reports whether a call asks a request for its context.
func isRequestContext(call *ssa.Call) bool {
	fn := syncmodel.Callee(call.Common())
	return fn != nil && fn.FullName() == "(*net/http.Request).Context"
}

// passesOn returns a call that is given the context that a value of a goroutine is or
// holds, or nil.
func passesOn(v ssa.Value, depth int) ssa.Instruction {
	if depth > maxSteps {
		return nil
	}
	for _, ref := range flow.Referrers(v) {
		switch ref := ref.(type) {
		case *ssa.UnOp:
			if used := passesOn(ref, depth+1); used != nil {
				return used
			}
		case *ssa.Extract:
			if ref.Index == 0 {
				if used := passesOn(ref, depth+1); used != nil {
					return used
				}
			}
		case *ssa.Call:
			switch op := syncmodel.OfCall(ref.Common()); {
			case isRequestContext(ref), op == syncmodel.ContextWithCancel, op == syncmodel.ContextWithTimeout, op == syncmodel.ContextWithValue:
				if used := passesOn(ref, depth+1); used != nil {
					return used
				}
			case syncmodel.IsContext(v.Type()) && op == syncmodel.None && slices.Contains(ref.Call.Args, v):
				return ref
			}
		}
	}
	return nil
}
