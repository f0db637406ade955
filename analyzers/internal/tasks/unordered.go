package tasks

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// givenInAnyOrder reports whether a function that only the package calls is given two objects as somebody outside
// names them: a handler or an exported function finds both under keys of one map, or by one function, holds no lock, and
// compares nothing that could tell which of them comes first.
func givenInAnyOrder(summaries *effects.Result, fn *ssa.Function, i, j int) bool {
	f := summaries.Functions[fn]
	if f.Unknown || f.Task || len(f.Under) > 0 || summaries.WantsLock(fn) {
		return false
	}
	return slices.ContainsFunc(f.Callers, func(caller *ssa.Function) bool {
		if !effects.Exported(caller) && !isHandler(caller) || isProgram(caller) || effects.InTest(caller) || summaries.AsksForOrder(caller) || summaries.WantsLock(caller) || flow.Any(caller, compares) {
			return false
		}
		found := false
		summaries.VisitHeld(caller, func(instr ssa.Instruction, must []effects.Held) {
			call, ok := instr.(*ssa.Call)
			found = found || ok && len(must) == 0 && summaries.Local(call.Common()) == fn && foundAlike(call.Call.Args[i], call.Call.Args[j])
		})
		return found
	})
}

// isHandler reports whether a function or method handles HTTP requests.
func isHandler(fn *ssa.Function) bool {
	return syncmodel.IsHandler(types.NewSignatureType(nil, nil, nil, fn.Signature.Params(), fn.Signature.Results(), false))
}

// foundAlike reports whether two values were found in one map under two keys, or by two calls of one function with
// different arguments.
func foundAlike(v, w ssa.Value) bool {
	switch a := finding(v).(type) {
	case *ssa.Lookup:
		b, ok := finding(w).(*ssa.Lookup)
		if !ok || a.Index == b.Index {
			return false
		}
		p, known := pathOfMap(a)
		q, alsoKnown := pathOfMap(b)
		return known && alsoKnown && p.Same(q)
	case *ssa.Call:
		b, ok := finding(w).(*ssa.Call)
		return ok && a != b && a.Call.StaticCallee() != nil && a.Call.StaticCallee() == b.Call.StaticCallee()
	}
	return false
}

// finding returns the lookup or call that a value is the result of.
func finding(v ssa.Value) ssa.Value {
	if e, ok := v.(*ssa.Extract); ok {
		return e.Tuple
	}
	return v
}

// pathOfMap returns where the map of a lookup comes from.
func pathOfMap(l *ssa.Lookup) (effects.Path, bool) {
	load, ok := l.X.(*ssa.UnOp)
	if !ok {
		return effects.Path{}, false
	}
	return effects.PathOf(load.X)
}

// compares reports whether an instruction may tell which of two things comes first: it compares what is no constant, or
// calls what sorts or compares.
func compares(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.BinOp:
		switch instr.Op {
		case token.LSS, token.GTR, token.LEQ, token.GEQ:
			_, x := instr.X.(*ssa.Const)
			_, y := instr.Y.(*ssa.Const)
			return !x && !y
		}
	case *ssa.Call:
		callee := syncmodel.Callee(instr.Common())
		if callee == nil || callee.Pkg() == nil {
			return false
		}
		switch callee.Pkg().Path() {
		case "sort", "cmp", "slices":
			return true
		case "strings", "bytes":
			return strings.HasPrefix(callee.Name(), "Compare")
		}
	}
	return false
}
