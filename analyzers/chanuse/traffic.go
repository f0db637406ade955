package chanuse

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
)

// A traffic tells who sends to and receives from the channels of a package. A channel is known
// by its declaration: a field, a local variable, or where it is made.
type traffic struct {
	calls      map[*ssa.Function][]*ssa.CallCommon // to each function
	channels   []any                               // in the order in which they are found
	unbuffered map[any]bool                        // every channel that it may hold is made so
	receives   map[any][]ssa.Instruction
	sends      map[any][]ssa.Instruction
}

func newTraffic(in *buildssa.SSA) *traffic {
	t := &traffic{calls: make(map[*ssa.Function][]*ssa.CallCommon), unbuffered: make(map[any]bool), receives: make(map[any][]ssa.Instruction), sends: make(map[any][]ssa.Instruction)}
	each := func(visit func(ssa.Instruction)) {
		for _, fn := range in.SrcFuncs {
			for instr := range flow.Instructions(fn) {
				visit(instr)
			}
		}
	}
	each(func(instr ssa.Instruction) {
		if call, ok := instr.(ssa.CallInstruction); ok {
			if fn := call.Common().StaticCallee(); fn != nil {
				t.calls[fn] = append(t.calls[fn], call.Common())
			}
		}
	})
	each(func(instr ssa.Instruction) {
		switch instr := instr.(type) {
		case *ssa.MakeChan:
			t.made(t.channelOf(instr, 0), instr)
		case *ssa.Store:
			if _, ok := instr.Val.Type().Underlying().(*types.Chan); ok {
				t.made(declared(instr.Addr), instr.Val)
			}
		case *ssa.UnOp:
			if instr.Op == token.ARROW {
				t.note(t.receives, instr, instr.X)
			}
		case *ssa.Send:
			t.note(t.sends, instr, instr.Chan)
		case *ssa.Select:
			for _, s := range instr.States {
				if s.Dir == types.RecvOnly {
					t.note(t.receives, instr, s.Chan)
				} else {
					t.note(t.sends, instr, s.Chan)
				}
			}
		}
	})
	return t
}

// made notes what a variable is given.
func (t *traffic) made(channel any, v ssa.Value) {
	if channel == nil {
		return
	}
	if changed, ok := v.(*ssa.ChangeType); ok {
		v = changed.X
	}
	size, ok := v.(*ssa.MakeChan)
	unbuffered := ok && isZero(size.Size)
	before, seen := t.unbuffered[channel]
	if !seen {
		t.channels = append(t.channels, channel)
	}
	t.unbuffered[channel] = unbuffered && (before || !seen)
}

func isZero(size ssa.Value) bool {
	n, ok := size.(*ssa.Const)
	return ok && n.Int64() == 0
}

// note adds an operation on a channel to those that are known.
func (t *traffic) note(list map[any][]ssa.Instruction, instr ssa.Instruction, ch ssa.Value) {
	if channel := t.channelOf(ch, 0); channel != nil {
		list[channel] = append(list[channel], instr)
	}
}

// channelOf returns the declaration by which a channel is known, or nil. A parameter is what
// all callers pass.
func (t *traffic) channelOf(v ssa.Value, depth int) (channel any) {
	switch v := v.(type) {
	case *ssa.ChangeType:
		return t.channelOf(v.X, depth)
	case *ssa.MakeChan:
		for _, ref := range flow.Referrers(v) {
			if store, ok := ref.(*ssa.Store); ok && store.Val == v {
				if at := declared(store.Addr); at != nil {
					return at
				}
			}
		}
		return v // a variable that needs no memory
	case *ssa.Field:
		if s, ok := v.X.Type().Underlying().(*types.Struct); ok { // else a type parameter
			return s.Field(v.Field).Origin()
		}
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return declared(v.X)
		}
	case *ssa.Parameter:
		at := slices.Index(v.Parent().Params, v)
		for _, call := range t.calls[v.Parent()] {
			if depth > 3 || at >= len(call.Args) {
				return nil
			}
			passed := t.channelOf(call.Args[at], depth+1)
			if passed == nil || channel != nil && channel != passed {
				return nil
			}
			channel = passed
		}
	}
	return channel
}

// declared returns the field or local variable that an address names, or nil.
func declared(address ssa.Value) any {
	switch a := address.(type) {
	case *ssa.FieldAddr:
		return effects.FieldOf(a)
	case *ssa.Alloc:
		return a
	case *ssa.FreeVar:
		if bound := effects.Binding(a); bound != nil {
			return declared(bound)
		}
	}
	return nil
}

// about reports whether a finding is told at one of some instructions.
func about(pass *analysis.Pass, f finding.Finding, instrs []ssa.Instruction) bool {
	return slices.ContainsFunc(instrs, func(instr ssa.Instruction) bool {
		at, _ := finding.Span(pass.Files, instr.Pos())
		return f.Pos == at || slices.ContainsFunc(f.Related, func(r finding.Related) bool { return r.Pos == at })
	})
}

// nameOf returns the name by which the program knows a channel.
func nameOf(channel any) string {
	switch channel := channel.(type) {
	case *ssa.Alloc:
		return channel.Comment
	case *types.Var:
		return channel.Name()
	}
	return "the channel"
}
