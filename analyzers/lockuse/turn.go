package lockuse

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// heldIntoNextTurn reports a Lock in a loop that some way from itself comes back to without
// an unlock, where another way of the same turn unlocks: the goroutine waits for itself.
func heldIntoNextTurn(pass *analysis.Pass, summaries *effects.Result, lock *ssa.Call) (finding.Finding, bool) {
	none := finding.Finding{}
	if syncmodel.OfCall(lock.Common()) != syncmodel.Lock || lock.Call.IsInvoke() || !flow.InLoop(lock) {
		return none, false
	}
	path, ok := effects.PathOf(lock.Call.Args[0])
	if !ok || changesIn(lock.Parent(), path) {
		return none, false
	}
	u := &unlocks{summaries, path, make(map[*ssa.Function]bool)}
	unlocked := flow.Any(lock.Parent(), func(instr ssa.Instruction) bool {
		_, deferred := instr.(*ssa.Defer)
		return !deferred && u.surely(instr) && flow.Dominates(lock, instr) && flow.MayFollow(instr, lock)
	})
	again := func(instr ssa.Instruction) bool { return instr == lock }
	if !unlocked || flow.Find(lock, again, u.may, nil) == nil || decidedTwice(lock) {
		return none, false
	}
	return finding.New(pass.Files, "missing-unlock", rules.Likely, lock.Pos(),
		fmt.Sprintf("deadlock: on some way to the next turn of the loop %s does not unlock %s, and then waits here for itself", diagnosis.FunctionName(lock.Parent()), path)), true
}

// changesIn reports whether a path may lead to another lock in the next turn of a loop,
// because a function assigns something on the way or makes the object in the loop.
func changesIn(fn *ssa.Function, path effects.Path) bool {
	if object, ok := path.Root.(*ssa.Alloc); ok && object.Parent() == fn && flow.InLoop(object) {
		return true
	}
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		store, ok := instr.(*ssa.Store)
		if !ok {
			return false
		}
		if _, pointer := store.Val.Type().Underlying().(*types.Pointer); !pointer || !flow.InLoop(store) {
			return false
		}
		p, ok := effects.PathOf(store.Addr)
		return ok && p.Root == path.Root && strings.HasPrefix(path.Fields+".", p.Fields+".")
	})
}

// Unlocks knows what may release a lock.
type unlocks struct {
	summaries *effects.Result
	lock      effects.Path
	known     map[*ssa.Function]bool
}

// surely reports whether an instruction releases the lock itself.
func (u *unlocks) surely(instr ssa.Instruction) bool {
	call, ok := instr.(ssa.CallInstruction)
	if !ok || syncmodel.OfCall(call.Common()) != syncmodel.Unlock || call.Common().IsInvoke() {
		return false
	}
	p, ok := effects.PathOf(call.Common().Args[0])
	return ok && p.Same(u.lock)
}

// may reports whether an instruction may release the lock: it unlocks what has the same
// declaration or none that shows, names a function that does, or runs code that is not seen.
func (u *unlocks) may(instr ssa.Instruction) bool {
	if call, ok := instr.(ssa.CallInstruction); ok {
		common := call.Common()
		if op := syncmodel.OfCall(common); op == syncmodel.Unlock {
			if common.IsInvoke() {
				return true
			}
			p, ok := effects.PathOf(common.Args[0])
			return !ok || p.Declaration() == u.lock.Declaration()
		}
		if _, builtin := common.Value.(*ssa.Builtin); !builtin && common.StaticCallee() == nil {
			return true
		}
	}
	return slices.ContainsFunc(functionsIn(instr), u.within)
}

// within reports whether a function of the package may release the lock.
func (u *unlocks) within(fn *ssa.Function) bool {
	if answer, known := u.known[fn]; known || u.summaries.Functions[fn] == nil {
		return answer
	}
	u.known[fn] = false // for those who ask while it is looked for
	u.known[fn] = flow.Any(fn, u.may)
	return u.known[fn]
}
