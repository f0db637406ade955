package chanuse

import (
	"fmt"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/rules"
)

// selfFeeding reports unbuffered channels on which workers send what they find while they
// work on what they have received, when nobody but these workers receives: once all of them
// send, nobody is left. A crawler whose workers put new links into their own queue is the
// common case.
//
// Silent where a turn sends at most once, like players who pass a ball on, where the send has
// another way out or a goroutine of its own, and where the channel has room.
func selfFeeding(pass *analysis.Pass, known []finding.Finding) (list []finding.Finding) {
	t := newTraffic(pass.ResultOf[buildssa.Analyzer].(*buildssa.SSA))
	for _, channel := range t.channels {
		receives := t.receives[channel]
		if !t.unbuffered[channel] || len(receives) == 0 {
			continue
		}
		var feeding ssa.Instruction
		others := slices.ContainsFunc(receives, func(receive ssa.Instruction) bool {
			send := t.sendsInTurn(receive, channel)
			if feeding == nil {
				feeding = send
			}
			return send == nil
		})
		if others || slices.ContainsFunc(known, func(f finding.Finding) bool { return about(pass, f, append(receives, feeding)) }) {
			continue
		}
		f := finding.New(pass.Files, "self-send", rules.Likely, feeding.Pos(),
			fmt.Sprintf("deadlock: whoever receives from %s also sends to it, here, and more than once for what was received: when all of them send, nobody receives", nameOf(channel)))
		f.Relate(pass.Files, receives[0].Pos(), "the same goroutines receive here, and nobody else does")
		list = append(list, f)
	}
	return list
}

// about reports whether a finding is told at one of some instructions.
func about(pass *analysis.Pass, f finding.Finding, instrs []ssa.Instruction) bool {
	return slices.ContainsFunc(instrs, func(instr ssa.Instruction) bool {
		at, _ := finding.Span(pass.Files, instr.Pos())
		return f.Pos == at || slices.ContainsFunc(f.Related, func(r finding.Related) bool { return r.Pos == at })
	})
}

// A traffic tells who sends to and receives from the channels of a package. A channel is known
// by its declaration: a field, a local variable, or where it is made.
type traffic struct {
	calls      map[*ssa.Function][]*ssa.CallCommon // to each function
	channels   []any                               // in the order in which they are found
	unbuffered map[any]bool                        // every channel that it may hold is made so
	receives   map[any][]ssa.Instruction
}

func newTraffic(in *buildssa.SSA) *traffic {
	t := &traffic{calls: make(map[*ssa.Function][]*ssa.CallCommon), unbuffered: make(map[any]bool), receives: make(map[any][]ssa.Instruction)}
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
			t.made(instr, instr)
		case *ssa.Store:
			if _, ok := instr.Val.Type().Underlying().(*types.Chan); ok {
				t.made(declared(instr.Addr), instr.Val)
			}
		case *ssa.UnOp:
			if instr.Op == token.ARROW {
				t.received(instr, instr.X)
			}
		case *ssa.Select:
			for _, s := range instr.States {
				if s.Dir == types.RecvOnly {
					t.received(instr, s.Chan)
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

func (t *traffic) received(instr ssa.Instruction, from ssa.Value) {
	if channel := t.channelOf(from, 0); channel != nil {
		t.receives[channel] = append(t.receives[channel], instr)
	}
}

// channelOf returns the declaration by which a channel is known, or nil. A parameter is what
// all callers pass.
func (t *traffic) channelOf(v ssa.Value, depth int) (channel any) {
	switch v := v.(type) {
	case *ssa.ChangeType:
		return t.channelOf(v.X, depth)
	case *ssa.MakeChan:
		return v // a variable that needs no memory
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

// sendsInTurn returns a send on a channel that the goroutine may make several times before it
// comes back to a receive from it, or nil. The send waits: it is no case of a select.
func (t *traffic) sendsInTurn(receive ssa.Instruction, channel any) ssa.Instruction {
	if !flow.InLoop(receive) {
		return nil
	}
	seen := make(map[*ssa.Function]bool)
	var within func(fn *ssa.Function, repeated bool) ssa.Instruction
	look := func(instr ssa.Instruction, repeated bool) ssa.Instruction {
		switch instr := instr.(type) {
		case *ssa.Send:
			if repeated && t.channelOf(instr.Chan, 0) == channel {
				return instr
			}
		case *ssa.Call:
			if fn := instr.Call.StaticCallee(); fn != nil && len(fn.Blocks) > 0 {
				return within(fn, repeated)
			}
		}
		return nil
	}
	within = func(fn *ssa.Function, repeated bool) ssa.Instruction {
		if seen[fn] {
			return nil
		}
		seen[fn] = true
		for instr := range flow.Instructions(fn) {
			if send := look(instr, repeated || flow.InLoop(instr)); send != nil {
				return send
			}
		}
		return nil
	}
	receives := make(map[*ssa.BasicBlock]bool)
	for _, other := range t.receives[channel] {
		receives[other.Block()] = true
	}
	for instr := range flow.Instructions(receive.Parent()) {
		if instr == receive || !flow.MayFollow(receive, instr) || !flow.MayFollow(instr, receive) {
			continue
		}
		if send := look(instr, loopsWithout(instr.Block(), receives)); send != nil {
			return send
		}
	}
	return nil
}

// loopsWithout reports whether control can come back to a block without passing some others.
func loopsWithout(b *ssa.BasicBlock, others map[*ssa.BasicBlock]bool) bool {
	seen := maps.Clone(others)
	work := slices.Clone(b.Succs)
	for len(work) > 0 {
		next := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[next] {
			continue
		}
		if next == b {
			return true
		}
		seen[next] = true
		work = append(work, next.Succs...)
	}
	return false
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
