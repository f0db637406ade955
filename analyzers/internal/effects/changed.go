package effects

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
)

// changers are the functions of the standard library that change the content of their
// first argument in place.
var changers = map[string]bool{
	"slices.Delete": true, "slices.DeleteFunc": true, "slices.Insert": true, "slices.Replace": true,
	"slices.Compact": true, "slices.CompactFunc": true, "slices.Reverse": true,
	"slices.Sort": true, "slices.SortFunc": true, "slices.SortStableFunc": true,
	"sort.Slice": true, "sort.SliceStable": true, "sort.Sort": true, "sort.Stable": true,
	"sort.Strings": true, "sort.Ints": true, "sort.Float64s": true,
	"maps.Copy": true, "maps.DeleteFunc": true, "maps.Insert": true,
}

// Changed returns the map or slice whose content a call of a builtin or of the standard
// library changes in place, as it was before it became an interface; else nil.
func Changed(c *ssa.CallCommon) ssa.Value {
	if len(c.Args) == 0 || c.IsInvoke() {
		return nil
	}
	switch fn := c.Value.(type) {
	case *ssa.Builtin:
		if name := fn.Name(); name != "delete" && name != "clear" && name != "copy" {
			return nil
		}
	case *ssa.Function:
		if callee := staticCallee(c); callee.Pkg == nil || !changers[callee.Pkg.Pkg.Path()+"."+callee.Name()] {
			return nil
		}
	default:
		return nil
	}
	if boxed, ok := c.Args[0].(*ssa.MakeInterface); ok {
		return boxed.X
	}
	return c.Args[0]
}

// plainUse returns the object of the standard library that a call of its method uses, if
// goroutines must not do so at the same time (a list, a buffer, a builder), and whether the
// method changes it; else nil.
func plainUse(c *ssa.CallCommon) (object ssa.Value, write bool) {
	method := syncmodel.Callee(c)
	if method == nil || method.Signature().Recv() == nil || len(c.Args) == 0 {
		return nil, false
	}
	recv, ok := method.Signature().Recv().Type().(*types.Pointer)
	if !ok || !syncmodel.IsPlain(recv.Elem()) {
		return nil, false
	}
	return c.Args[0], !syncmodel.OnlyReads(method)
}
