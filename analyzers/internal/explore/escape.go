package explore

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
)

// escape marks what code outside the search may now use. Functions of the
// standard library keep neither locks nor structs; they may keep channels, and
// they call the methods of what they take as an interface.
func (m *machine) escape(c callee) {
	standard := c.object != nil && c.object.Pkg() != nil && m.standard(c.object.Pkg().Path())
	var params *types.Tuple
	offset := 0
	if standard {
		params = c.object.Signature().Params()
		if c.object.Signature().Recv() != nil {
			offset = 1
		}
	}
	for i, a := range c.args {
		channelsOnly := standard
		if p := i - offset; standard && p >= 0 && p < params.Len() {
			if t, ok := params.At(p).Type().Underlying().(*types.Interface); ok && t.NumMethods() > 0 && !isError(params.At(p).Type()) {
				channelsOnly = false
			}
		}
		m.s.escape(a, channelsOnly)
	}
}

// escape lets code outside the search use a value; with channelsOnly, only what the
// standard library keeps of it.
func (s *state) escape(v value, channelsOnly bool) {
	(&escaping{state: s}).value(v, channelsOnly)
}

// escapeFunctions lets go of the functions that a struct holds: the library calls
// what stands in the fields of its own types.
func (s *state) escapeFunctions(v value) { (&escaping{state: s}).functions(v) }

// An escaping is one walk over what a value leads to. A function may capture itself,
// and a map may hold itself.
type escaping struct {
	*state
	seen map[escaped]bool
}

type escaped struct {
	obj          objID
	channelsOnly bool
}

func (e *escaping) value(v value, channelsOnly bool) {
	switch v := v.(type) {
	case pointer:
		e.object(v.obj, channelsOnly)
	case slice:
		e.value(v.array, channelsOnly)
	case iface:
		e.value(v.val, channelsOnly)
	case *function:
		for _, f := range v.free {
			e.captured(f)
		}
		for _, g := range e.search.globalChannels(v.fn) {
			if o := e.objects[g]; o != nil {
				e.value(o.content, true)
			}
		}
	case native:
		e.mayEnd(v.obj)
	case *aggregate:
		for _, elem := range v.elems {
			e.value(elem, channelsOnly)
		}
	}
}

func (e *escaping) object(id objID, channelsOnly bool) {
	o := e.objects[id]
	key := escaped{id, channelsOnly}
	if o == nil || e.seen[key] {
		return
	}
	if e.seen == nil {
		e.seen = make(map[escaped]bool)
	}
	e.seen[key] = true
	if !o.environment && (!channelsOnly || o.kind == channel) {
		e.writable(id).environment = true
	}
	switch {
	case o.kind == cell:
		e.functions(o.content)
	case o.kind == mapping && channelsOnly:
		for _, entry := range o.entries {
			e.value(entry, true)
		}
	}
}

// globalChannels lists the variables of the package that hold channels and that a function uses,
// or one that it calls.
func (r *search) globalChannels(fn *ssa.Function) []objID {
	list, known := r.channelsOf[fn]
	if known {
		return list
	}
	for _, fn := range r.graph.Closure([]*ssa.Function{fn}) {
		for instr := range flow.Instructions(fn) {
			for _, op := range instr.Operands(nil) {
				g, ok := (*op).(*ssa.Global)
				if !ok {
					continue
				}
				id, used := r.globals[g]
				if _, isChannel := g.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Chan); used && isChannel && !slices.Contains(list, id) {
					list = append(list, id)
				}
			}
		}
	}
	r.channelsOf[fn] = list
	return list
}

// captured lets go of a captured variable and of what it holds: whoever has the
// function may call it.
func (e *escaping) captured(v value) {
	p, ok := v.(pointer)
	if !ok {
		e.value(v, false)
		return
	}
	o := e.objects[p.obj]
	known := o == nil || o.environment
	e.value(v, false)
	if !known && o.kind == cell {
		e.value(o.content, false)
	}
}

func (e *escaping) functions(v value) {
	switch v := v.(type) {
	case *function, native:
		e.value(v, false)
	case iface:
		e.functions(v.val)
	case *aggregate:
		for _, elem := range v.elems {
			e.functions(elem)
		}
	}
}

// mayEnd lets a context, and those that are derived from it, end at any time: code
// outside the search has its cancel function.
func (s *state) mayEnd(ctx objID) {
	o := s.objects[ctx]
	if o == nil || o.kind != contextObject {
		return
	}
	if done, ok := o.content.(pointer); ok && s.objects[done.obj] != nil {
		s.writable(done.obj).environment = true
	}
	for _, child := range o.children {
		s.mayEnd(child)
	}
}
