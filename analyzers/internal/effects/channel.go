package effects

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// A ChannelUse is a send on, or a close of, a channel that a field holds, or that is in the
// map or slice that a field holds.
type ChannelUse struct {
	Instr ssa.Instruction
	Field *types.Var
	Close bool
	Must  []Held // locks held on every way to here
}

// Apart reports whether no lock of one declaration is held at both uses.
func (u ChannelUse) Apart(v ChannelUse) bool {
	return !slices.ContainsFunc(u.Must, func(h Held) bool {
		return h.Class() != nil && slices.ContainsFunc(v.Must, func(g Held) bool { return g.Class() == h.Class() })
	})
}

// ChannelUses lists the sends and the closes of a package's functions, in source order.
func (r *Result) ChannelUses() (sends, closes []ChannelUse) {
	for _, fn := range r.Order {
		for _, u := range r.Functions[fn].Channels {
			if u.Close {
				closes = append(closes, u)
			} else {
				sends = append(sends, u)
			}
		}
	}
	return sends, closes
}

// noteChannels notes what an instruction does to channels.
func noteChannels(f *Function, state *lockState, instr ssa.Instruction) {
	note := func(ch ssa.Value, closes bool) {
		for _, field := range channelFields(ch) {
			f.Channels = append(f.Channels, ChannelUse{instr, field, closes, state.must()})
		}
	}
	switch instr := instr.(type) {
	case *ssa.Send:
		note(instr.Chan, false)
	case *ssa.Select:
		for _, s := range instr.States {
			if s.Dir == types.SendOnly {
				note(s.Chan, false)
			}
		}
	case *ssa.Call:
		if ch := syncmodel.ClosedBy(instr.Common()); ch != nil {
			note(ch, true)
		}
	}
}

// channelFields returns the fields from which a channel may come: the one that it was
// loaded from, or, where that does not show, those that the function reads and whose
// elements have its type.
func channelFields(ch ssa.Value) []*types.Var {
	if f := containerField(ch, 0); f != nil {
		return []*types.Var{f}
	}
	if ch.Parent() == nil {
		return nil
	}
	var list []*types.Var
	for instr := range flow.Instructions(ch.Parent()) {
		a, ok := instr.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		f := FieldOf(a) // whose type, of a generic struct, is in other terms than the function's
		if elem := elementOf(a.Type().(*types.Pointer).Elem()); elem != nil && types.Identical(elem, ch.Type()) && !slices.Contains(list, f) {
			list = append(list, f)
		}
	}
	return list
}

// containerField follows a value to the field that it, or what holds it, was loaded from.
func containerField(v ssa.Value, depth int) *types.Var {
	if depth > 2*maxDepth {
		return nil
	}
	switch v := v.(type) {
	case *ssa.FieldAddr:
		return FieldOf(v)
	case *ssa.Field:
		return v.X.Type().Underlying().(*types.Struct).Field(v.Field).Origin()
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return containerField(v.X, depth+1)
		}
	case *ssa.IndexAddr:
		return containerField(v.X, depth+1)
	case *ssa.Lookup:
		return containerField(v.X, depth+1)
	case *ssa.ChangeType:
		return containerField(v.X, depth+1)
	case *ssa.Range:
		return containerField(v.X, depth+1)
	case *ssa.Next:
		return containerField(v.Iter, depth+1)
	case *ssa.Extract:
		return containerField(v.Tuple, depth+1)
	case *ssa.FreeVar:
		if b := Binding(v); b != nil {
			return containerField(b, depth+1)
		}
	case *ssa.Alloc:
		if stored := onlyStore(v); stored != nil {
			return containerField(stored, depth+1)
		}
	}
	return nil
}

// elementOf returns the type of what a map or slice holds, or nil.
func elementOf(t types.Type) types.Type {
	switch t := t.Underlying().(type) {
	case *types.Map:
		return t.Elem()
	case *types.Slice:
		return t.Elem()
	}
	return nil
}
