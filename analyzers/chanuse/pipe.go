package chanuse

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// pipesLeft reports goroutines that write to an io.Pipe whose reader may leave before the end,
// line by line, where nobody else has the reader to close it: the next write waits for ever.
//
// Silent where the reader or the writer is known to anybody else, and where the goroutine writes
// once only: that write is over when the reader has its first line.
func pipesLeft(pass *analysis.Pass) (list []finding.Finding) {
	for _, fn := range pass.ResultOf[buildssa.Analyzer].(*buildssa.SSA).SrcFuncs {
		if effects.IsMain(fn) || diagnosis.InTest(pass, fn.Pos()) {
			continue
		}
		for instr := range flow.Instructions(fn) {
			made, ok := instr.(*ssa.Call)
			if !ok || !isCallOf(made.Common(), "io.Pipe") {
				continue
			}
			reader, writer := extracted(made, 0), extracted(made, 1)
			if reader == nil || writer == nil {
				continue
			}
			early, writes := leavesEarly(reader, 0), writesIn(writer)
			if early == nil || !wantMore(writes) {
				continue
			}
			f := finding.New(pass.Files, "abandoned-send", rules.Likely, writes[0].Pos(),
				fmt.Sprintf("goroutine leak: this write to a pipe waits for ever when the reader leaves before the end, at %s, and nobody closes the reader", diagnosis.At(pass, early.Pos())))
			f.Relate(pass.Files, early.Pos(), "the reader leaves here, although there may be more to read")
			f.Relate(pass.Files, made.Pos(), "the pipe is made here; a deferred Close of its reader would end the write")
			list = append(list, f)
		}
	}
	return list
}

// extracted returns one of the results of a call, or nil if nothing takes it.
func extracted(call *ssa.Call, index int) ssa.Value {
	for _, ref := range flow.Referrers(call) {
		if e, ok := ref.(*ssa.Extract); ok && e.Index == index {
			return e
		}
	}
	return nil
}

// maxReaders bounds through how many calls a reader is followed.
const maxReaders = 3

// leavesEarly returns a return by which the one function that has a reader leaves it before the
// end; nil if there is none, or if more is done with the reader than to read its lines.
func leavesEarly(reader ssa.Value, depth int) *ssa.Return {
	uses := flow.Referrers(reader)
	if len(uses) != 1 || depth > maxReaders {
		return nil
	}
	switch use := uses[0].(type) {
	case *ssa.MakeInterface:
		return leavesEarly(use, depth)
	case *ssa.ChangeInterface:
		return leavesEarly(use, depth)
	case *ssa.Call:
		if isCallOf(use.Common(), "bufio.NewScanner") || isCallOf(use.Common(), "bufio.NewReader") {
			return leavesLines(use)
		}
		callee := use.Call.StaticCallee()
		if callee == nil || callee.Pkg != use.Parent().Pkg || len(callee.Blocks) == 0 || len(callee.Params) != len(use.Call.Args) {
			return nil
		}
		return leavesEarly(callee.Params[slices.Index(use.Call.Args, reader)], depth+1)
	}
	return nil
}

// leavesLines returns a return that comes after a line that a scanner or buffered reader has
// read, and before it has tried to read the next one; nil if there is none, or if more is done
// with it than that.
func leavesLines(lines ssa.Value) *ssa.Return {
	var reads []ssa.Instruction
	for _, ref := range flow.Referrers(lines) {
		call, ok := ref.(*ssa.Call)
		if !ok || call.Call.IsInvoke() || call.Call.StaticCallee() == nil || call.Call.StaticCallee().Signature.Recv() == nil || call.Call.Args[0] != lines {
			return nil
		}
		switch call.Call.StaticCallee().Name() {
		case "Scan", "ReadString", "ReadBytes":
			reads = append(reads, call)
		case "Text", "Bytes", "Err", "Buffer", "Split":
		default:
			return nil
		}
	}
	for _, read := range reads {
		ends, ok := endsOf(read.(*ssa.Call))
		if !ok {
			return nil
		}
		left := flow.Find(read,
			func(instr ssa.Instruction) bool { _, returns := instr.(*ssa.Return); return returns },
			func(instr ssa.Instruction) bool { return slices.Contains(reads, instr) },
			func(from, to *ssa.BasicBlock) bool { return slices.Contains(ends, [2]*ssa.BasicBlock{from, to}) })
		if left != nil && left.Pos().IsValid() {
			return left.(*ssa.Return)
		}
	}
	return nil
}

// endsOf lists the edges that are taken when a read has found the end, or has failed. It
// reports false if the code asks for that in a way that is not understood.
func endsOf(read *ssa.Call) (edges [][2]*ssa.BasicBlock, ok bool) {
	var answer ssa.Value = read // of Scan
	if failed := extracted(read, 1); failed != nil {
		answer = failed
	}
	// branches adds an edge of each branch that a condition decides: the one for true, or for false.
	branches := func(cond ssa.Value, side int) {
		for _, ref := range flow.Referrers(cond) {
			if branch, isIf := ref.(*ssa.If); isIf {
				edges = append(edges, [2]*ssa.BasicBlock{branch.Block(), branch.Block().Succs[side]})
			}
		}
	}
	for _, ref := range flow.Referrers(answer) {
		switch ref := ref.(type) {
		case *ssa.If:
		case *ssa.UnOp:
			branches(ref, 0) // !sc.Scan()
		case *ssa.BinOp:
			if ref.Op == token.NEQ || !flow.IsNil(ref.Y) {
				branches(ref, 0)
			}
			if ref.Op == token.EQL || !flow.IsNil(ref.Y) {
				branches(ref, 1) // no matter what: another error may be asked for later
			}
		case *ssa.Return, *ssa.ChangeInterface:
		default:
			return nil, false
		}
	}
	branches(answer, 1)
	return edges, len(edges) > 0
}

// writesIn lists the calls that may write to a pipe, if only one goroutine has its writer.
func writesIn(writer ssa.Value) []ssa.Instruction {
	uses := flow.Referrers(writer)
	if len(uses) != 1 {
		return nil
	}
	switch use := uses[0].(type) {
	case *ssa.Go:
		if callee := use.Call.StaticCallee(); callee != nil && len(callee.Params) == len(use.Call.Args) {
			return writesTo(callee.Params[slices.Index(use.Call.Args, writer)], 0)
		}
	case *ssa.MakeInterface:
		return writesIn(use)
	case *ssa.Store:
		for _, ref := range flow.Referrers(use.Addr) {
			closure, ok := ref.(*ssa.MakeClosure)
			if ok && slices.ContainsFunc(flow.Referrers(closure), func(start ssa.Instruction) bool { _, isGo := start.(*ssa.Go); return isGo }) && len(flow.Referrers(use.Addr)) == 2 {
				fn := closure.Fn.(*ssa.Function)
				return writesTo(fn.FreeVars[slices.Index(closure.Bindings, use.Addr)], 0)
			}
		}
	}
	return nil
}

// writesTo lists the calls that may write to a writer, straight or through another one around it.
func writesTo(writer ssa.Value, depth int) (list []ssa.Instruction) {
	for _, ref := range flow.Referrers(writer) {
		switch ref := ref.(type) {
		case *ssa.UnOp:
			list = append(list, writesTo(ref, depth)...)
		case *ssa.MakeInterface:
			list = append(list, writesTo(ref, depth)...)
		case *ssa.Call:
			callee := ref.Call.StaticCallee()
			switch {
			case callee == nil || depth > maxReaders:
				list = append(list, ref)
			case strings.HasPrefix(callee.Name(), "Close"):
			case strings.HasPrefix(callee.Name(), "New"):
				list = append(list, writesTo(ref, depth+1)...)
			case callee.Pkg == ref.Parent().Pkg && len(callee.Params) == len(ref.Call.Args):
				list = append(list, writesTo(callee.Params[slices.Index(ref.Call.Args, writer)], depth+1)...)
			default:
				list = append(list, ref)
			}
		}
	}
	return list
}

// wantMore reports whether calls may write to a pipe more than once.
func wantMore(writes []ssa.Instruction) bool {
	return len(writes) > 1 || slices.ContainsFunc(writes, func(instr ssa.Instruction) bool {
		call := instr.(*ssa.Call)
		if flow.InLoop(call) || isCallOf(call.Common(), "io.Copy") {
			return true
		}
		return call.Call.StaticCallee() == nil && syncmodel.CalleeName(call.Common()) != "Write"
	})
}

// isCallOf reports whether a call names a function of the library.
func isCallOf(c *ssa.CallCommon, name string) bool {
	fn := syncmodel.Callee(c)
	return fn != nil && fn.FullName() == name
}
