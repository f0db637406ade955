package tasks

import (
	"go/types"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/go/ssa"

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

// startsWithPrimitive reports whether fn, with its function literals, makes
// something to synchronise with and starts a goroutine.
func startsWithPrimitive(fn *ssa.Function) bool {
	makes, starts := false, false
	var visit func(fn *ssa.Function)
	visit = func(fn *ssa.Function) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				switch instr := instr.(type) {
				case *ssa.MakeChan:
					makes = true
				case *ssa.Alloc:
					if instr.Heap {
						makes = true // a captured variable, or a primitive
					}
				case *ssa.Go:
					starts = true
				case *ssa.Call:
					if callee := instr.Common().StaticCallee(); callee != nil {
						obj, _ := callee.Object().(*types.Func)
						switch syncmodel.Of(obj) {
						case syncmodel.WaitGroupGo, syncmodel.GroupGo, syncmodel.GroupTryGo, syncmodel.TimeAfterFunc, syncmodel.ContextAfterFunc:
							starts = true
						}
					}
				}
			}
		}
		for _, anon := range fn.AnonFuncs {
			visit(anon)
		}
	}
	visit(fn)
	return makes && starts
}
