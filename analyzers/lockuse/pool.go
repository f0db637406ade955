package lockuse

import (
	"fmt"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// putByValue reports what goes into a Pool and is no pointer: it is copied to the heap
// for that.
func putByValue(pass *analysis.Pass, put *ssa.Call) (finding.Finding, bool) {
	if syncmodel.OfCall(put.Common()) != syncmodel.PoolPut || diagnosis.InTest(pass, put.Pos()) {
		return finding.Finding{}, false
	}
	boxed, ok := put.Call.Args[1].(*ssa.MakeInterface)
	if !ok || fitsInterface(boxed.X.Type()) {
		return finding.Finding{}, false
	}
	t := types.TypeString(boxed.X.Type(), types.RelativeTo(pass.Pkg))
	return finding.New(pass.Files, "pool-non-pointer", rules.Hint, put.Pos(),
		fmt.Sprintf("costly Put: a value of type %s is no pointer, so each Put allocates memory to hold it, which the pool was to save; put a pointer to it", t)), true
}

// fitsInterface reports whether an interface can hold a value of a type without memory for it.
func fitsInterface(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Chan, *types.Signature, *types.Interface:
		return true
	case *types.Basic:
		return u.Kind() == types.UnsafePointer || u.Kind() == types.UntypedNil
	case *types.Struct:
		return u.NumFields() == 0 || u.NumFields() == 1 && fitsInterface(u.Field(0).Type())
	case *types.Array:
		return u.Len() == 0
	}
	return false
}
