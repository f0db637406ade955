package chanuse

import (
	"fmt"
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
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
func (t *traffic) selfFeeding(pass *analysis.Pass, known []finding.Finding) (list []finding.Finding) {
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
