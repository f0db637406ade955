package explore

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/syncmodel"
)

// makesPlain reports whether a function of the library returns a pointer to a new
// object that is not safe for concurrent use: list.New, bytes.NewBuffer, rand.New.
func makesPlain(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil || !strings.HasPrefix(fn.Name(), "New") || fn.Signature().Results().Len() != 1 {
		return false
	}
	p, ok := fn.Signature().Results().At(0).Type().(*types.Pointer)
	return ok && syncmodel.IsPlain(p.Elem())
}

// useElements records what a function of the library does to the elements of slices
// and maps that it is given.
func (m *machine) useElements(c callee, instr ssa.Instruction) {
	reads, writes := syncmodel.Elements(c.object)
	if !reads && !writes {
		return
	}
	for _, a := range c.args {
		m.useElementsOf(a, writes, instr)
		if s, ok := a.(slice); ok {
			list, _ := m.elements(s)
			for _, e := range list {
				if i, ok := e.(iface); ok {
					m.useElementsOf(i.val, writes, instr)
				}
			}
		}
	}
}

func (m *machine) useElementsOf(v value, write bool, instr ssa.Instruction) {
	switch v := v.(type) {
	case slice:
		m.recordElements(v, write, instr)
	case pointer:
		if o := m.s.objects[v.obj]; o != nil && o.kind == mapping {
			m.record(v, write, instr)
		}
	}
}

// usePlain records what a method of the library does to its receiver, an object
// that goroutines may not share without ordering.
func (m *machine) usePlain(c callee, instr ssa.Instruction) {
	if c.object == nil || c.object.Signature().Recv() == nil || len(c.args) == 0 {
		return
	}
	recv, ok := c.object.Signature().Recv().Type().(*types.Pointer)
	if !ok || !syncmodel.IsPlain(recv.Elem()) {
		return
	}
	if p, ok := c.args[0].(pointer); ok {
		m.record(p, !syncmodel.OnlyReads(c.object), instr)
	}
}
