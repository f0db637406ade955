package sharedstate

import (
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A turn is one turn of a loop that hands something over.
type turn struct {
	summaries *effects.Result
	loop      []*ssa.BasicBlock
	hand      ssa.Instruction // that does so
}

// A memory is what a slice leads to, as far as one function tells.
type memory struct {
	turn
	through map[ssa.Value]bool // the values that lead to it
	origins map[any]bool       // where it comes from: the value that made it, or the effects.Path or lender that it is read from
	unknown bool               // it may be other memory, or another one in each turn
}

// A lender is an object that gives out a slice of its own buffer, and fills that again.
type lender struct {
	object any    // its effects.Path, or the value that it is
	method string // that gives it out
}

// objectOf returns what tells an object from others within a function.
func objectOf(v ssa.Value) any {
	if p, ok := effects.PathOf(v); ok {
		return p
	}
	if load, ok := v.(*ssa.UnOp); ok {
		v = load.X
	}
	if captured, ok := v.(*ssa.FreeVar); ok {
		if bound := effects.Binding(captured); bound != nil {
			v = bound
		}
	}
	return v
}

// madeBy reports whether an instruction makes the memory, or what it is read from.
func (m *memory) madeBy(instr ssa.Instruction) bool {
	made, ok := instr.(ssa.Value)
	if !ok {
		return false
	}
	for origin := range m.origins {
		if l, ok := origin.(lender); ok {
			origin = l.object
		}
		if p, ok := origin.(effects.Path); ok {
			origin = p.Root
		}
		if origin == any(made) {
			return true
		}
	}
	return false
}

// memoryOf follows a slice, or a pointer to an array, to its memory.
func (t turn) memoryOf(v ssa.Value) *memory {
	m := t.newMemory()
	m.follow(v)
	return m
}

func (t turn) newMemory() *memory {
	return &memory{t, make(map[ssa.Value]bool), make(map[any]bool), false}
}

// is reports whether two slices lead to one memory and begin at the same place of it.
func (m *memory) is(other *memory) bool {
	origins := maps.Clone(m.origins)
	maps.Copy(origins, other.origins)
	if m.unknown || other.unknown || len(origins) > 1 {
		return false
	}
	shared := func(v ssa.Value) bool { return other.through[v] }
	return len(m.origins)+len(other.origins) == 2 || slices.ContainsFunc(slices.Collect(maps.Keys(m.through)), shared)
}

func (m *memory) follow(v ssa.Value) {
	if m.unknown || m.through[v] {
		return
	}
	if c, ok := v.(*ssa.Const); ok {
		m.unknown = !c.IsNil()
		return
	}
	m.through[v] = true
	switch v := v.(type) {
	case *ssa.MakeSlice, *ssa.Parameter:
		m.origins[v] = true
	case *ssa.Alloc:
		_, array := v.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array)
		m.origins[v], m.unknown = true, !array
	case *ssa.ChangeType:
		m.follow(v.X)
	case *ssa.Slice:
		m.unknown = !m.fixed(v.Low, nil)
		m.follow(v.X)
	case *ssa.Phi:
		for i, edge := range v.Edges {
			if flow.IsNil(edge) && slices.Contains(m.loop, v.Block().Preds[i]) {
				m.unknown = true // given away for good
			}
			m.follow(edge)
		}
	case *ssa.UnOp:
		if v.Op != token.MUL {
			m.unknown = true
			return
		}
		m.load(v.X)
	case *ssa.Extract:
		call, ok := v.Tuple.(*ssa.Call)
		m.unknown = !ok || v.Index != 0 || !m.lentBy(call)
	case *ssa.Call:
		if base := appended(v); base != nil {
			m.follow(base)
			return
		}
		m.unknown = !m.lentBy(v)
	default:
		m.unknown = true
	}
}

// load follows what is read from a variable or field.
func (m *memory) load(address ssa.Value) {
	if captured, ok := address.(*ssa.FreeVar); ok {
		if bound := effects.Binding(captured); bound != nil {
			address = bound
		}
	}
	if cell, ok := address.(*ssa.Alloc); ok {
		m.cell(cell)
		return
	}
	p, ok := effects.PathOf(address)
	if !ok {
		m.unknown = true
		return
	}
	if root, ok := p.Root.(*ssa.Alloc); !ok || root.Parent() != m.hand.Parent() {
		m.origins[p] = true
		m.unknown = m.isReplaced(p)
		return
	}
	m.unknown = true // until something is assigned
	for instr := range flow.Instructions(m.hand.Parent()) {
		store, ok := instr.(*ssa.Store)
		if !ok {
			continue
		}
		if q, ok := effects.PathOf(store.Addr); ok && q.Same(p) {
			m.unknown = false
			m.assigned(store)
			if m.unknown {
				return
			}
		}
	}
}

// isReplaced reports whether something is assigned to a field or package variable, other
// than where its object is made.
func (m *memory) isReplaced(p effects.Path) bool {
	for _, fn := range m.summaries.Order {
		replaces := func(instr ssa.Instruction) bool {
			store, ok := instr.(*ssa.Store)
			if !ok {
				return false
			}
			q, ok := effects.PathOf(store.Addr)
			_, made := q.Root.(*ssa.Alloc)
			return ok && !made && q.Declaration() == p.Declaration() && !m.isPartOf(store.Val, p)
		}
		if flow.Any(fn, replaces) {
			return true
		}
	}
	return false
}

// isPartOf reports whether a slice is what a field holds, shortened or refilled from the start.
func (m *memory) isPartOf(v ssa.Value, p effects.Path) bool {
	switch v := v.(type) {
	case *ssa.Slice:
		return v.Low == nil && m.isPartOf(v.X, p)
	case *ssa.Call:
		base := appended(v)
		return base != nil && m.isPartOf(base, p)
	case *ssa.UnOp:
		q, ok := effects.PathOf(v.X)
		return ok && v.Op == token.MUL && q.Declaration() == p.Declaration()
	}
	return false
}

// cell follows all that is assigned to a local variable.
func (m *memory) cell(cell *ssa.Alloc) {
	if m.through[cell] {
		return
	}
	m.through[cell] = true
	for _, ref := range *cell.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == cell {
				m.assigned(ref)
			}
		case *ssa.MakeClosure:
			m.unknown = m.unknown || assigns(ref, cell)
		case ssa.CallInstruction:
			m.unknown = true
		}
	}
}

// assigned follows what is stored in a variable or field.
func (m *memory) assigned(store *ssa.Store) {
	if flow.IsNil(store.Val) && slices.Contains(m.loop, store.Block()) {
		m.unknown = true
	}
	m.follow(store.Val)
}

// assigns reports whether a function literal assigns to a variable that it captures.
func assigns(closure *ssa.MakeClosure, cell *ssa.Alloc) bool {
	fn := closure.Fn.(*ssa.Function)
	for i, bound := range closure.Bindings {
		if bound != cell {
			continue
		}
		for _, ref := range flow.Referrers(fn.FreeVars[i]) {
			if _, load := ref.(*ssa.UnOp); !load {
				return true // it does, or hands the variable on
			}
		}
	}
	return false
}

// lentBy notes the object whose buffer a call gives out, if it does.
func (m *memory) lentBy(call *ssa.Call) bool {
	fn := syncmodel.Callee(call.Common())
	if fn == nil || overwriters[fn.FullName()] == nil {
		return false
	}
	m.origins[lender{objectOf(call.Call.Args[0]), fn.FullName()}] = true
	return true
}

// overwriters are, for the methods that give out the buffer of their object, those after which
// it has another content.
var overwriters = map[string][]string{
	"(*bufio.Scanner).Bytes":    {"Scan"},
	"(*bufio.Reader).ReadSlice": {"ReadSlice", "ReadLine", "ReadBytes", "ReadString"},
	"(*bufio.Reader).ReadLine":  {"ReadSlice", "ReadLine", "ReadBytes", "ReadString"},
	"(*bytes.Buffer).Bytes":     {"Reset"},
}

// appended returns the slice that a call appends to, with the builtin or a function of the
// library that is named for it; nil for other calls.
func appended(call *ssa.Call) ssa.Value {
	if isBuiltin(call, "append") {
		return call.Call.Args[0]
	}
	if fn := syncmodel.Callee(call.Common()); fn != nil && fromLibrary(fn) && strings.HasPrefix(fn.Name(), "Append") {
		return firstSlice(call.Common())
	}
	return nil
}

// firstSlice returns the first argument of a call that is a slice, or nil.
func firstSlice(c *ssa.CallCommon) ssa.Value {
	for _, arg := range c.Args {
		if isSlice(arg.Type()) {
			return arg
		}
	}
	return nil
}

func isSlice(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Slice)
	return ok
}

// fixed reports whether a number is the same in each turn, or runs through the same numbers in
// each, as the index of a loop within the turn does. No number is 0.
func (t turn) fixed(v ssa.Value, within []ssa.Value) bool {
	if v == nil || slices.Contains(within, v) {
		return true
	}
	instr, ok := v.(ssa.Instruction)
	if !ok || instr.Parent() != t.hand.Parent() || !slices.Contains(t.loop, instr.Block()) {
		return true
	}
	within = append(within, v)
	switch v := v.(type) {
	case *ssa.BinOp:
		return t.fixed(v.X, within) && t.fixed(v.Y, within)
	case *ssa.Convert:
		return t.fixed(v.X, within)
	case *ssa.Phi:
		inner := flow.Loops(v)[0]
		return !slices.Contains(inner, t.hand.Block()) && !slices.ContainsFunc(v.Edges, func(e ssa.Value) bool { return !t.fixed(e, within) })
	}
	return false
}
