package effects

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
)

// maxDepth bounds the fields of a path.
const maxDepth = 4

// A Path is an access path: where a value came from, and the fields from there
// to the place. Within one function two equal paths are one place, as long as
// nothing on the way is assigned.
type Path struct {
	Root   ssa.Value  // *ssa.Parameter, *ssa.Global or *ssa.Alloc; nil: some instance, of a lock only
	Fields string     // ".stock.mu"
	Last   *types.Var // the last field, or nil
}

// Base returns the path without its last field.
func (p Path) Base() Path {
	i := strings.LastIndexByte(p.Fields, '.')
	if i < 0 {
		return p
	}
	return Path{Root: p.Root, Fields: p.Fields[:i]}
}

// Same reports whether two paths name one place.
func (p Path) Same(q Path) bool {
	return p.Root == q.Root && p.Fields == q.Fields && (p.Root != nil || p.Last == q.Last)
}

// Declaration returns what tells a place from others, whichever function names it: the last
// field, or the variable.
func (p Path) Declaration() any {
	if p.Last != nil {
		return p.Last
	}
	return p.Root
}

// Parameter returns the index of the parameter that the path starts from, or -1.
func (p Path) Parameter() int {
	param, ok := p.Root.(*ssa.Parameter)
	if !ok {
		return -1
	}
	for i, q := range param.Parent().Params {
		if q == param {
			return i
		}
	}
	return -1
}

// String returns the path in the words of the program, for messages and as a sort key.
func (p Path) String() string {
	switch root := p.Root.(type) {
	case nil:
		return "?" + p.Fields
	case *ssa.Alloc:
		return root.Comment + p.Fields
	default:
		return root.Name() + p.Fields
	}
}

// PathOf returns the path of an address or of a pointer's value. A captured
// variable that is assigned once is what was assigned: captured receivers and
// parameters stay what they are.
func PathOf(v ssa.Value) (Path, bool) {
	return walk(v, 0)
}

func walk(v ssa.Value, depth int) (Path, bool) {
	if depth > 2*maxDepth {
		return Path{}, false
	}
	switch v := v.(type) {
	case *ssa.Parameter, *ssa.Global:
		return Path{Root: v}, true
	case *ssa.Alloc:
		if stored := onlyStore(v); stored != nil {
			if _, ok := stored.(*ssa.Parameter); ok {
				return Path{Root: stored}, true
			}
		}
		return Path{Root: v}, true
	case *ssa.FreeVar:
		if b := Binding(v); b != nil {
			return walk(b, depth+1)
		}
	case *ssa.UnOp:
		if v.Op == token.MUL {
			if a, ok := v.X.(*ssa.Alloc); ok {
				if stored := onlyStore(a); stored != nil {
					return walk(stored, depth+1)
				}
			}
			return walk(v.X, depth+1)
		}
	case *ssa.FieldAddr:
		p, ok := walk(v.X, depth+1)
		if !ok || strings.Count(p.Fields, ".") >= maxDepth {
			return Path{}, false
		}
		p.Last = FieldOf(v)
		p.Fields += "." + p.Last.Name()
		return p, true
	case *ssa.ChangeType:
		return walk(v.X, depth+1)
	}
	return Path{}, false
}

// FieldOf returns the field whose address an instruction takes.
func FieldOf(a *ssa.FieldAddr) *types.Var {
	return a.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct).Field(a.Field).Origin()
}

// onlyStore returns the value of the single assignment to a local variable, or nil.
func onlyStore(a *ssa.Alloc) ssa.Value {
	var stored ssa.Value
	for _, ref := range *a.Referrers() {
		store, ok := ref.(*ssa.Store)
		if !ok || store.Addr != a {
			continue
		}
		if stored != nil {
			return nil
		}
		stored = store.Val
	}
	return stored
}

// Binding returns what the closure of a function literal binds to a free
// variable, or nil. A literal is made at one place only.
func Binding(v *ssa.FreeVar) ssa.Value {
	fn := v.Parent()
	if fn.Parent() == nil {
		return nil
	}
	for i, f := range fn.FreeVars {
		if f != v {
			continue
		}
		for instr := range flow.Instructions(fn.Parent()) {
			if c, ok := instr.(*ssa.MakeClosure); ok && c.Fn == fn {
				return c.Bindings[i]
			}
		}
	}
	return nil
}
