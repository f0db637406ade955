package explore

import (
	"fmt"
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

// scan performs a call of fmt.Sscan and its siblings on a text that is known. It reports false,
// and has done nothing, if there is more to it.
func (m *machine) scan(c callee, instr *ssa.Call) (result value, ok bool) {
	if c.object == nil || c.object.Pkg() == nil || c.object.Pkg().Path() != "fmt" || !strings.HasPrefix(c.object.Name(), "Sscan") {
		return nil, false
	}
	var fixed []string // the text, and the layout of Sscanf
	for _, a := range c.args[:len(c.args)-1] {
		s, ok := a.(string)
		if !ok {
			return nil, false
		}
		fixed = append(fixed, s)
	}
	list, ok := m.elements(c.args[len(c.args)-1])
	if !ok {
		return nil, false
	}
	var places []pointer
	var targets []any
	for _, e := range list {
		boxed, _ := e.(iface)
		p, ok := boxed.val.(pointer)
		if !ok || m.s.objects[p.obj] == nil || m.s.objects[p.obj].kind != cell {
			return nil, false
		}
		target := scanTarget(boxed.typ)
		if target == nil {
			return nil, false
		}
		places, targets = append(places, p), append(targets, target)
	}
	var n int
	var err error
	switch c.object.Name() {
	case "Sscan":
		n, err = fmt.Sscan(fixed[0], targets...)
	case "Sscanln":
		n, err = fmt.Sscanln(fixed[0], targets...)
	case "Sscanf":
		n, err = fmt.Sscanf(fixed[0], fixed[1], targets...)
	}
	for i, p := range places[:n] {
		m.record(p, true, instr)
		switch target := targets[i].(type) {
		case *int64:
			m.s.write(p, *target)
		case *float64:
			m.s.write(p, *target)
		case *string:
			m.s.write(p, *target)
		case *bool:
			m.s.write(p, *target)
		}
	}
	return &aggregate{[]value{int64(n), errorValue(err)}}, true
}

// scanTarget makes what a pointer to a basic type is scanned into, as the search represents it;
// nil for other types.
func scanTarget(pointer types.Type) any {
	p, ok := pointer.(*types.Pointer)
	if !ok {
		return nil
	}
	b, ok := p.Elem().(*types.Basic) // a type with a name may have a Scan method
	if !ok {
		return nil
	}
	switch info := b.Info(); {
	case info&types.IsUnsigned != 0:
		return nil
	case info&types.IsInteger != 0:
		return new(int64)
	case info&types.IsFloat != 0:
		return new(float64)
	case info&types.IsString != 0:
		return new(string)
	case info&types.IsBoolean != 0:
		return new(bool)
	}
	return nil
}

// fill puts unknown values into the variables to which a function of the library is given
// pointers, in order to fill them in.
func (m *machine) fill(c callee, instr *ssa.Call) {
	if !syncmodel.Fills(c.object) {
		return
	}
	var targets []value
	for _, a := range c.args {
		targets = append(targets, a)
		if s, ok := a.(slice); ok {
			list, _ := m.elements(s)
			targets = append(targets, list...)
		}
	}
	parts := firstFilled
	for _, target := range targets {
		boxed, _ := target.(iface)
		p, ok := boxed.val.(pointer)
		if !ok || m.s.objects[p.obj] == nil || m.s.objects[p.obj].kind != cell {
			continue
		}
		content, ok := m.unknown(instr, instr.Type()).(symbol)
		typ, isPointer := boxed.typ.Underlying().(*types.Pointer)
		if !ok || !isPointer {
			continue
		}
		m.record(p, true, instr)
		m.s.write(p, m.filled(content, &parts, typ.Elem(), m.s.read(p)))
	}
}

// firstFilled numbers the first unknown value of a call that is none of its results.
const firstFilled = 8

// filled returns what a value of a type becomes when it is filled in; what goroutines
// synchronise with stays as it is.
func (m *machine) filled(of symbol, parts *int, t types.Type, was value) value {
	if syncmodel.KindOf(t) != syncmodel.Plain {
		return was
	}
	s, isStruct := t.Underlying().(*types.Struct)
	old, ok := was.(*aggregate)
	if !isStruct || !ok || len(old.elems) != s.NumFields() {
		*parts++
		return m.symbols.part(of, *parts)
	}
	a := &aggregate{}
	for i, elem := range old.elems {
		a.elems = append(a.elems, m.filled(of, parts, s.Field(i).Type(), elem))
	}
	return a
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
