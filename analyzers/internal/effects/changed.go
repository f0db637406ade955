package effects

import "golang.org/x/tools/go/ssa"

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
