package waituse

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// leftBehind reports a goroutine whose output may be cut off, because main ends without
// a wait for it; and one that may log to a test that has ended. Main or the test may have
// another function start it.
func (r *reporter) leftBehind(s start) {
	from := r.outermost(s.instr)
	if from == nil {
		return
	}
	switch fn := from.Parent(); {
	case effects.IsMain(fn):
		if r.waits.MayAfter(from, false) {
			return
		}
		out := r.find(s.body, func(call *ssa.Call) bool { return isOutput(call.Common()) }, 0)
		if out == nil || !r.afterLastSend(from, s.body, out) {
			return
		}
		f := r.cutOff(s.instr)
		f.Relate(r.pass.Files, out.Pos(), "this output may never appear")
	case isTest(fn):
		if r.waits.MayAfter(from, true) || mayWaitAtEnd(fn) {
			return
		}
		is := isLog
		if r.parentWaits(fn) {
			is = isFailure // what is only logged goes to the test around this one
		}
		log := r.find(s.body, is, 0)
		if log == nil || flow.DefersRecover(s.body) {
			return
		}
		f := r.findings.Add(r.pass.Files, "test-log-after-end", rules.Certain, s.instr.Pos(), fmt.Sprintf("panic: nothing in %s waits for this goroutine, so it may call %s when the test has ended", fn.Name(), syncmodel.CalleeName(log.Common())))
		f.Relate(r.pass.Files, log.Pos(), "after the end of the test this panics")
	}
}

// outermost returns what main or a test does that leads to the start of a goroutine, and after which it may return:
// the start itself, or the call of a function that starts it, does not wait for it, and is called there only. It
// returns nil where that is not known.
func (r *reporter) outermost(start ssa.Instruction) ssa.Instruction {
	for range maxCalls {
		fn := start.Parent()
		if !mayReturnAfter(start) {
			return nil
		}
		if effects.IsMain(fn) || isTest(fn) {
			return start
		}
		f := r.summaries.Functions[fn]
		if f == nil || fn.Parent() != nil || f.Unknown || f.Task || len(f.Callers) != 1 || r.waits.MayAfter(start, true) || mayWaitAtEnd(fn) {
			return nil
		}
		var call ssa.Instruction
		for instr := range flow.Instructions(f.Callers[0]) {
			if c, ok := instr.(*ssa.Call); ok && r.summaries.Local(c.Common()) == fn {
				if call != nil {
					return nil
				}
				call = c
			}
		}
		if call == nil {
			return nil // it is deferred, or started
		}
		start = call
	}
	return nil
}

// printsApart reports a go statement in main that prints by itself: go fmt.Println("done").
func (r *reporter) printsApart(start *ssa.Go) {
	if isOutput(start.Common()) && effects.IsMain(start.Parent()) && mayReturnAfter(start) && !r.waits.MayAfter(start, false) {
		r.cutOff(start)
	}
}

func (r *reporter) cutOff(start ssa.Instruction) *finding.Finding {
	return r.findings.Add(r.pass.Files, "goroutine-not-awaited", rules.Likely, start.Pos(), "lost output: main may end before this goroutine has done its work, and cuts it off; nothing in main waits for it")
}

// mayReturnAfter reports whether a function may return once an instruction was executed.
func mayReturnAfter(instr ssa.Instruction) bool {
	never := func(ssa.Instruction) bool { return false }
	return flow.Find(instr, isReturn, never, nil) != nil
}

func isReturn(instr ssa.Instruction) bool {
	_, ok := instr.(*ssa.Return)
	return ok
}

// isTest reports whether a function is a test, or the literal of a subtest that uses its
// own test only.
func isTest(fn *ssa.Function) bool {
	if slices.ContainsFunc(fn.FreeVars, func(v *ssa.FreeVar) bool { return strings.HasSuffix(v.Type().String(), "*testing.T") }) {
		return false
	}
	return fn.Signature.Recv() == nil && len(fn.Params) == 1 && fn.Params[0].Type().String() == "*testing.T" &&
		(fn.Parent() != nil || strings.HasPrefix(fn.Name(), "Test"))
}

// find returns the first call of a kind that a function makes, itself or in what it
// calls, as an instruction of its own; nil if there is none.
func (r *reporter) find(fn *ssa.Function, is func(*ssa.Call) bool, depth int) *ssa.Call {
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		if is(call) {
			return call
		}
		if callee := r.summaries.Local(call.Common()); callee != nil && depth < maxCalls && r.find(callee, is, depth+1) != nil {
			return call
		}
	}
	return nil
}

// isOutput reports whether a call prints, or writes a file.
func isOutput(call *ssa.CallCommon) bool {
	if b, ok := call.Value.(*ssa.Builtin); ok {
		return b.Name() == "print" || b.Name() == "println"
	}
	fn := syncmodel.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "fmt":
		return strings.HasPrefix(fn.Name(), "Print") || strings.HasPrefix(fn.Name(), "Fprint") && isStandardStream(call.Args[0])
	case "log":
		return strings.HasPrefix(fn.Name(), "Print")
	case "os":
		return fn.Name() == "WriteFile"
	}
	return false
}

// isStandardStream reports whether a value is os.Stdout or os.Stderr.
func isStandardStream(v ssa.Value) bool {
	boxed, ok := v.(*ssa.MakeInterface)
	if !ok {
		return false
	}
	load, ok := boxed.X.(*ssa.UnOp)
	if !ok {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	return ok && g.Pkg.Pkg.Path() == "os" && (g.Name() == "Stdout" || g.Name() == "Stderr")
}

// parentWaits reports whether the test around a subtest may wait for something once it has run it.
func (r *reporter) parentWaits(sub *ssa.Function) bool {
	return sub.Parent() != nil && flow.Any(sub.Parent(), func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		return ok && slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool { return isLiteral(arg, sub) }) && r.waits.MayAfter(call, true)
	})
}

// isLiteral reports whether a value is a function literal.
func isLiteral(v ssa.Value, fn *ssa.Function) bool {
	if closure, ok := v.(*ssa.MakeClosure); ok {
		return closure.Fn == fn
	}
	return v == fn
}

// isLog reports whether a call logs to a test, which panics once the test has ended.
func isLog(call *ssa.Call) bool {
	return isOfTest(call, "Log", "Logf", "Skip", "Skipf") || isFailure(call)
}

// isFailure reports whether a call lets a test fail, with words.
func isFailure(call *ssa.Call) bool {
	return isOfTest(call, "Error", "Errorf", "Fatal", "Fatalf")
}

// isOfTest reports whether a call is one of these methods of a test.
func isOfTest(call *ssa.Call, names ...string) bool {
	fn := syncmodel.Callee(call.Common())
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "testing" && slices.Contains(names, fn.Name())
}

// mayWaitAtEnd reports whether a test registers a clean-up, which may wait for goroutines.
func mayWaitAtEnd(fn *ssa.Function) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		return ok && syncmodel.OfCall(call.Common()) == syncmodel.TestCleanup
	})
}

// afterLastSend reports whether main may end before the output of a goroutine although
// it sends to it. A send on an unbuffered channel waits for its receiver, and thereby
// for what that did before. With one channel only, what follows the last receive is
// not waited for.
func (r *reporter) afterLastSend(from ssa.Instruction, body *ssa.Function, out ssa.Instruction) bool {
	var channel effects.Path
	sends := 0
	for instr := range flow.Instructions(from.Parent()) {
		send, ok := instr.(*ssa.Send)
		if !ok || !flow.MayFollow(from, send) {
			continue
		}
		p, ok := effects.PathOf(send.Chan)
		if !ok && sends > 0 || sends > 0 && !p.Same(channel) {
			return false
		}
		channel = p
		sends++
	}
	if sends == 0 {
		return true
	}
	received, sent := 0, 0
	for instr := range flow.Instructions(body) {
		switch {
		case receives(instr) && !flow.MayFollow(instr, out):
			return false // main may send once more, after the output
		case receives(instr):
			received++
		case r.waits.May(instr, true):
			sent++ // to somebody who receives from main later, perhaps
		}
	}
	return received > 0 || sent == 0
}
