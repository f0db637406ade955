package flow

import "golang.org/x/tools/go/ssa"

// maxComputed bounds how many instructions lie between a value and a branch on it.
const maxComputed = 4

// BranchesOn lists the branches whose condition is computed from a value: by operators, from
// its parts or its length.
func BranchesOn(v ssa.Value) []*ssa.If { return branchesOn(v, 0) }

func branchesOn(v ssa.Value, depth int) (list []*ssa.If) {
	if depth > maxComputed {
		return nil
	}
	for _, ref := range Referrers(v) {
		switch ref := ref.(type) {
		case *ssa.If:
			list = append(list, ref)
		case *ssa.BinOp:
			list = append(list, branchesOn(ref, depth+1)...)
		case *ssa.UnOp:
			list = append(list, branchesOn(ref, depth+1)...)
		case *ssa.Extract:
			list = append(list, branchesOn(ref, depth+1)...)
		case *ssa.Call:
			if builtin, ok := ref.Call.Value.(*ssa.Builtin); ok && builtin.Name() == "len" {
				list = append(list, branchesOn(ref, depth+1)...)
			}
		}
	}
	return list
}
