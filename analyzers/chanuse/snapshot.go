package chanuse

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// Who copies a list of channels under a lock and sends to them after it has given the lock up
// sends to channels that may have left the list, and been closed, in between.

// snapshots reports closes, under a lock, of a channel that belongs to the map or slice in a field,
// where another function sends without that lock to the channels of a copy which it has made.
//
// Silent where the send recovers from its panic, or the close waits for those who send.
func snapshots(pass *analysis.Pass, summaries *effects.Result, known []finding.Finding) (list []finding.Finding) {
	waits := effects.NewWaits(summaries)
	sends, closes := summaries.ChannelUses()
	for _, c := range closes {
		closer := c.Instr.Parent()
		from := memberOf(syncmodel.ClosedBy(c.Instr.(ssa.CallInstruction).Common()))
		if from.field == nil || len(c.Must) == 0 || diagnosis.InTest(pass, c.Instr.Pos()) || flow.Any(closer, func(instr ssa.Instruction) bool {
			return instr != c.Instr && flow.Dominates(instr, c.Instr) && waits.May(instr, true) && !locks(instr)
		}) {
			continue
		}
		var at token.Pos
		i := slices.IndexFunc(sends, func(s effects.ChannelUse) bool {
			sender := s.Instr.Parent()
			if sender == closer || !c.Apart(s) || !effects.Exported(sender) || flow.DefersRecover(sender) {
				return false
			}
			at = sendsToCopy(s.Instr, from)
			return at.IsValid()
		})
		told := func(f finding.Finding) bool {
			return f.Rule == "close-while-sending" && about(pass, f, []ssa.Instruction{c.Instr})
		}
		if i < 0 || slices.ContainsFunc(known, told) {
			continue
		}
		sender := sends[i].Instr.Parent()
		f := finding.New(pass.Files, "close-while-sending", rules.Likely, c.Instr.Pos(),
			fmt.Sprintf("panic: %s closes a channel of %s under a lock that %s has given up again when it sends to the channels of its copy: a send to this one panics",
				diagnosis.FunctionName(closer), from.field.Name(), diagnosis.FunctionName(sender)))
		f.Relate(pass.Files, at, "this sends to a channel that may be closed by now")
		list = append(list, f)
	}
	return list
}

// locks reports whether an instruction takes a lock, or defers something.
func locks(instr ssa.Instruction) bool {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return false
	}
	_, later := instr.(*ssa.Defer)
	op := syncmodel.OfCall(call.Common())
	return later || op == syncmodel.Lock || op == syncmodel.RLock
}

// A member is a channel that is an element of the map or slice in a field, or a field of such
// an element.
type member struct {
	field   *types.Var // that holds the map or slice
	channel *types.Var // the element's field; nil where the channel itself is the element
	copied  bool       // the map or slice is a copy of what the field holds
}

// memberOf tells of which map or slice a channel is a member; its field is nil if of none.
func memberOf(ch ssa.Value) (m member) {
	if load, ok := ch.(*ssa.UnOp); ok && load.Op == token.MUL {
		if at, ok := load.X.(*ssa.FieldAddr); ok {
			m.channel = effects.FieldOf(at)
			ch = at.X
		}
	}
	m.field, m.copied = elementOf(ch, 0)
	return m
}

// sendsToCopy returns where an instruction sends to a member of a copy, or NoPos.
func sendsToCopy(instr ssa.Instruction, of member) token.Pos {
	is := func(ch ssa.Value) bool {
		m := memberOf(ch)
		return m.field == of.field && m.channel == of.channel && m.copied
	}
	switch instr := instr.(type) {
	case *ssa.Send:
		if is(instr.Chan) {
			return instr.Pos()
		}
	case *ssa.Select:
		for _, s := range instr.States {
			if s.Dir == types.SendOnly && is(s.Chan) {
				return s.Pos
			}
		}
	}
	return token.NoPos
}

// maxTraced bounds the steps from a value back to a field.
const maxTraced = 8

// elementOf returns the field whose map or slice has a value as an element, and whether it was
// read from a copy.
func elementOf(v ssa.Value, depth int) (field *types.Var, copied bool) {
	if depth > maxTraced {
		return nil, false
	}
	switch v := v.(type) {
	case *ssa.Extract:
		switch from := v.Tuple.(type) {
		case *ssa.Next:
			if r, ok := from.Iter.(*ssa.Range); ok {
				return contentOf(r.X, depth+1)
			}
		case *ssa.Lookup:
			return contentOf(from.X, depth+1)
		}
	case *ssa.Lookup:
		return contentOf(v.X, depth+1)
	case *ssa.UnOp:
		if at, ok := v.X.(*ssa.IndexAddr); ok && v.Op == token.MUL {
			return contentOf(at.X, depth+1)
		}
	}
	return nil, false
}

// contentOf returns the field that a map or slice was read from, and whether it is a copy of that.
func contentOf(v ssa.Value, depth int) (field *types.Var, copied bool) {
	if depth > maxTraced {
		return nil, false
	}
	switch v := v.(type) {
	case *ssa.UnOp:
		if at, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL {
			return effects.FieldOf(at), false
		}
	case *ssa.Slice:
		return contentOf(v.X, depth+1)
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if field, copied := contentOf(edge, depth+1); field != nil {
				return field, copied
			}
		}
	case *ssa.Call:
		for _, arg := range v.Call.Args {
			if field := givenIn(arg, depth+1); field != nil && copies(v) {
				return field, true
			}
		}
	case *ssa.MakeSlice:
		for _, ref := range flow.Referrers(v) {
			if call, ok := ref.(*ssa.Call); ok && isCopy(call) {
				field, _ := contentOf(call.Call.Args[1], depth+1)
				return field, true
			}
		}
	}
	return nil, false
}

// givenIn returns the field whose elements an argument gives to a call that copies: all of them, or
// one that is appended.
func givenIn(arg ssa.Value, depth int) *types.Var {
	if field, _ := contentOf(arg, depth); field != nil {
		return field
	}
	slice, ok := arg.(*ssa.Slice)
	if !ok {
		return nil
	}
	array, ok := slice.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	for _, ref := range flow.Referrers(array) {
		at, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, use := range flow.Referrers(at) {
			if store, ok := use.(*ssa.Store); ok && store.Addr == at {
				field, _ := elementOf(store.Val, depth)
				return field
			}
		}
	}
	return nil
}

// copies reports whether a call makes a new map or slice of what it is given.
func copies(call *ssa.Call) bool {
	if b, ok := call.Call.Value.(*ssa.Builtin); ok {
		return b.Name() == "append"
	}
	fn := syncmodel.Callee(call.Common())
	return fn != nil && fn.Pkg() != nil && slices.Contains([]string{"slices.Clone", "maps.Clone", "slices.Collect", "maps.Values"}, fn.Pkg().Path()+"."+fn.Name())
}

func isCopy(call *ssa.Call) bool {
	b, ok := call.Call.Value.(*ssa.Builtin)
	return ok && b.Name() == "copy"
}
