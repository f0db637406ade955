package explore

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
)

// filledLater finds the fields and package variables that a function fills in when it finds
// them nil. A search whose input has one begins both with and without it.
func filledLater(fns []*ssa.Function) map[types.Object]bool {
	found := make(map[types.Object]bool)
	for _, fn := range fns {
		var asked []*ssa.UnOp
		for instr := range flow.Instructions(fn) {
			if compare, ok := instr.(*ssa.BinOp); ok {
				if load := comparedWithNil(compare); load != nil {
					asked = append(asked, load)
				}
			}
		}
		for _, load := range asked {
			obj := declared(load.X)
			if obj != nil && flow.Any(fn, func(instr ssa.Instruction) bool {
				store, ok := instr.(*ssa.Store)
				return ok && declared(store.Addr) == obj && flow.MayFollow(load, store)
			}) {
				found[obj] = true
			}
		}
	}
	return found
}

// comparedWithNil returns the load whose value is compared with nil, or nil.
func comparedWithNil(compare *ssa.BinOp) *ssa.UnOp {
	if !comparesWithNil(compare) {
		return nil
	}
	load, _ := compare.X.(*ssa.UnOp)
	return load
}

func comparesWithNil(compare *ssa.BinOp) bool {
	c, ok := compare.Y.(*ssa.Const)
	return ok && c.IsNil() && (compare.Op == token.EQL || compare.Op == token.NEQ)
}

// isComparedWithNil reports whether somebody asks whether a value is nil.
func isComparedWithNil(v ssa.Value) bool {
	return slices.ContainsFunc(flow.Referrers(v), func(ref ssa.Instruction) bool {
		compare, ok := ref.(*ssa.BinOp)
		return ok && comparesWithNil(compare)
	})
}

// declared returns the field or package variable that an address is of, or nil.
func declared(address ssa.Value) types.Object {
	switch a := address.(type) {
	case *ssa.FieldAddr:
		if s, ok := a.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct); ok {
			return s.Field(a.Field).Origin()
		}
	case *ssa.Global:
		return a.Object()
	}
	return nil
}
