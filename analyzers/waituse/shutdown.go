package waituse

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// shutDownUnheard reports a goroutine that shuts a server down, where the function that serves
// returns without a wait for it: Serve and ListenAndServe return as soon as Shutdown is called,
// which itself goes on to wait for the requests in flight (documentation of http.Server.Shutdown).
func (r *reporter) shutDownUnheard(s start) {
	fn := s.instr.Parent()
	if _, goes := s.instr.(*ssa.Go); !goes || r.summaries.Functions[fn].Task {
		return
	}
	shutdown := r.find(s.body, func(call *ssa.Call) bool { return isOfServer(call.Common(), "Shutdown") }, 0)
	if shutdown == nil || tells(s.body) {
		return
	}
	var serve *ssa.Call
	for instr := range flow.Instructions(fn) {
		if call, ok := instr.(*ssa.Call); ok && isOfServer(call.Common(), "Serve", "ServeTLS", "ListenAndServe", "ListenAndServeTLS") && flow.MayFollow(s.instr, call) {
			serve = call
		}
	}
	if serve == nil || !mayReturnAfter(serve) {
		return
	}
	name := syncmodel.Callee(serve.Common()).Name()
	f := r.findings.Add(r.pass.Files, "goroutine-not-awaited", rules.Likely, s.instr.Pos(),
		fmt.Sprintf("cut short: %s returns as soon as this goroutine calls Shutdown, and nothing waits for Shutdown itself, which lets the requests in flight end; the program may be over before", name))
	f.Relate(r.pass.Files, shutdown.Pos(), "this goes on while the requests in flight end")
	f.Relate(r.pass.Files, serve.Pos(), "this returns at once then")
}

// isOfServer reports whether a call is one of these methods of http.Server.
func isOfServer(call *ssa.CallCommon, names ...string) bool {
	fn := syncmodel.Callee(call)
	if fn == nil || !slices.Contains(names, fn.Name()) {
		return false
	}
	recv := fn.Signature().Recv()
	return recv != nil && recv.Type().String() == "*net/http.Server"
}

// tells reports whether a function, or what it names, may tell others of its end: it sends,
// closes a channel, calls Done, signals, or runs code that is not seen.
func tells(fn *ssa.Function) bool {
	return slices.ContainsFunc(flow.NewGraph(nil).Closure([]*ssa.Function{fn}), func(fn *ssa.Function) bool {
		return flow.Any(fn, func(instr ssa.Instruction) bool {
			switch instr := instr.(type) {
			case *ssa.Send:
				return true
			case *ssa.Select:
				return slices.ContainsFunc(instr.States, func(s *ssa.SelectState) bool { return s.Dir == types.SendOnly })
			case ssa.CallInstruction:
				switch syncmodel.OfCall(instr.Common()) {
				case syncmodel.WaitGroupDone, syncmodel.CondSignal, syncmodel.CondBroadcast:
					return true
				}
				return syncmodel.ClosedBy(instr.Common()) != nil || isUnseen(instr.Common())
			}
			return false
		})
	})
}
