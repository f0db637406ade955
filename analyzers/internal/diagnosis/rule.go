package diagnosis

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/explore"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// Of returns those outcomes that a rule of the analyzer explains, with the rule. Who waits for
// ever at one place is told once, the surest way: why nobody helps may differ from one program
// or call to the next, and what to do about it does not.
func Of(result *explore.Result, analyzer string) (list []*explore.Outcome, names []rules.Name) {
	for _, o := range result.Outcomes {
		rule, ok := rules.Lookup(Rule(o))
		if !ok || rule.Analyzer != analyzer {
			continue
		}
		switch i := slices.IndexFunc(list, func(p *explore.Outcome) bool { return waitAlike(o, p) }); {
		case i < 0:
			list, names = append(list, o), append(names, rule.Name)
		case list[i].Guessed && !o.Guessed:
			list[i], names[i] = o, rule.Name
		}
	}
	return list, names
}

// waitAlike reports whether two outcomes are one goroutine's waiting for ever at one place.
func waitAlike(o, p *explore.Outcome) bool {
	return o.Kind == explore.Stuck && p.Kind == explore.Stuck && len(o.Blocked) == 1 && len(p.Blocked) == 1 && o.Blocked[0].Instr == p.Blocked[0].Instr
}

// Rule returns the rule that explains why a goroutine is stuck or panics; "" for
// races and for what no rule covers.
func Rule(o *explore.Outcome) rules.Name {
	switch {
	case o.Kind == explore.Crash:
		return ofCrash(o.Crash)
	case o.Kind != explore.Stuck:
		return ""
	case len(o.Blocked) > 1:
		return ofCircle(o.Blocked)
	}
	return ofStuck(o)
}

func ofCrash(c *explore.Crashed) rules.Name {
	switch c.Panic {
	case "send on closed channel":
		if c.Closed.IsValid() && c.ClosedLane != c.Lane {
			return "close-while-sending"
		}
		return "send-on-closed"
	case "close of closed channel":
		return "double-close"
	case "close of nil channel":
		return "close-of-nil"
	case "negative WaitGroup counter":
		return "negative-counter"
	case "unlock of unlocked mutex":
		if call, ok := c.Instr.(*ssa.Call); ok && syncmodel.OfCall(call.Common()) == syncmodel.CondWait {
			return "cond-without-lock"
		}
		return "unlock-of-unlocked"
	}
	return ""
}

// ofCircle names a circle of goroutines in which each waits for the next.
func ofCircle(circle []explore.Blocked) rules.Name {
	locks := 0
	for _, b := range circle {
		if b.For == explore.WaitLock {
			locks++
		}
	}
	switch {
	case locks == len(circle):
		return ofLocks(circle)
	case locks > 0 && leftLocked(Holder(circle)):
		return "missing-unlock"
	case locks > 0:
		if Holder(circle).For == explore.WaitGroup {
			return "wait-under-lock"
		}
		return "block-under-lock"
	case slices.ContainsFunc(circle, WaitsForContext):
		return "ctx-never-cancelled"
	case awaitOneSignal(circle):
		return "cond-never-signalled"
	case slices.ContainsFunc(circle, func(b explore.Blocked) bool { return b.For == explore.WaitGroup }):
		return "wait-before-drain"
	}
	return "circular-wait"
}

// awaitOneSignal reports whether all goroutines of a circle wait at one condition variable that
// somebody signals: the one that was woken could not go on, and the others were not told.
func awaitOneSignal(circle []explore.Blocked) bool {
	first, ok := condOf(circle[0])
	return ok && !slices.ContainsFunc(circle, func(b explore.Blocked) bool {
		cond, ok := condOf(b)
		return !ok || !b.Signalled || cond.Declaration() != first.Declaration()
	})
}

// condOf returns the condition variable at which a goroutine waits.
func condOf(b explore.Blocked) (effects.Path, bool) {
	wait, ok := b.Instr.(*ssa.Call)
	if !ok || b.For != explore.WaitCond {
		return effects.Path{}, false
	}
	return effects.PathOf(wait.Call.Args[0])
}

func ofLocks(circle []explore.Blocked) rules.Name {
	for _, b := range circle {
		if again, ok := HeldAlready(b); ok && again.Read {
			if b.Lock.Read {
				return "recursive-rlock"
			}
			return "lock-upgrade"
		}
	}
	if slices.ContainsFunc(circle, func(b explore.Blocked) bool { return !b.Lock.SameClass(*circle[0].Lock) }) {
		return "lock-order"
	}
	return "lock-order-instances"
}

// Holder returns the goroutine of a circle that holds a lock while it waits for
// something else than a lock.
func Holder(circle []explore.Blocked) explore.Blocked {
	for i, b := range circle {
		before := circle[(i+len(circle)-1)%len(circle)]
		if b.For != explore.WaitLock && before.For == explore.WaitLock {
			return b
		}
	}
	return circle[0]
}

// HeldAlready returns the lock that a goroutine waits for, as the goroutine holds it already.
func HeldAlready(b explore.Blocked) (explore.Lock, bool) {
	if b.Lock == nil {
		return explore.Lock{}, false
	}
	i := slices.IndexFunc(b.Held, func(l explore.Lock) bool { return l.SameLock(*b.Lock) })
	if i < 0 {
		return explore.Lock{}, false
	}
	return b.Held[i], true
}

// ofStuck names why one goroutine can never move again.
func ofStuck(o *explore.Outcome) rules.Name {
	b := o.Blocked[0]
	switch {
	case b.Nil && WaitsForContext(b):
		return "ctx-never-cancelled"
	case b.Nil:
		return "nil-channel"
	case b.Holder != nil:
		return "missing-unlock"
	}
	switch b.For {
	case explore.WaitOther:
		if b.Parked {
			return "empty-select"
		}
	case explore.WaitOnce:
		if o.Relock {
			return "once-recursion"
		}
	case explore.WaitLock:
		if o.Relock {
			return ofRelock(b)
		}
	case explore.WaitSend:
		switch {
		case b.Itself:
			return "self-send"
		case !b.Received:
			return "send-without-receiver"
		case isGenerator(b):
			return "abandoned-generator"
		}
		return "abandoned-send"
	case explore.WaitReceive:
		switch {
		case b.Context != nil:
			return "ctx-never-cancelled"
		case b.Range:
			return "range-never-closed"
		case !b.Sent && !b.Closed:
			return "receive-without-sender"
		}
		return "abandoned-receive"
	case explore.WaitSelect:
		switch {
		case b.Context != nil:
			return "ctx-never-cancelled"
		case b.Sends:
			return "abandoned-send"
		}
		return "abandoned-receive"
	case explore.WaitGroup:
		if b.Dones && (b.Paid || !b.Reached) && b.Owing < 0 {
			return "count-mismatch"
		}
		return "missing-done"
	case explore.WaitCond:
		if b.Signalled {
			return "cond-without-lock"
		}
		return "cond-never-signalled"
	}
	return ""
}

// WaitsForContext reports whether a goroutine waits for the end of a context, and for
// nothing else. Of a context that cannot be cancelled, the channel is nil.
func WaitsForContext(b explore.Blocked) bool {
	receive, ok := b.Instr.(*ssa.UnOp)
	if !ok {
		return false
	}
	call, ok := receive.X.(*ssa.Call)
	return ok && syncmodel.OfCall(call.Common()) == syncmodel.ContextDone
}

// ofRelock names why a goroutine waits for a lock that it holds itself.
func ofRelock(b explore.Blocked) rules.Name {
	held, ok := HeldAlready(b)
	_, deferred := b.Instr.(*ssa.Defer)
	switch {
	case !ok:
		return ""
	case deferred:
		return "defer-lock"
	case held.Read && !b.Lock.Read:
		return "lock-upgrade"
	case held.By == nil || b.Calls(held.By) > 1 || b.Within(held.By) && held.Instr != b.Instr || !b.Within(held.By) && !unlocks(held.By):
		return "relock"
	case flow.InLoop(b.Instr) && defersUnlock(b.Fn), b.Within(held.By) && defersUnlock(held.By):
		return "defer-unlock-in-loop"
	}
	return "missing-unlock"
}

// leftLocked reports whether a goroutine holds a lock that was taken by a call
// which has returned, of a function that elsewhere unlocks.
func leftLocked(b explore.Blocked) bool {
	return slices.ContainsFunc(b.Held, func(l explore.Lock) bool {
		return l.By != nil && !b.Within(l.By) && unlocks(l.By)
	})
}

// unlocks reports whether a function has a call of Unlock or RUnlock.
func unlocks(fn *ssa.Function) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		call, ok := instr.(ssa.CallInstruction)
		return ok && isUnlock(call)
	})
}

// defersUnlock reports whether a function defers an Unlock in a loop, or a function that unlocks.
func defersUnlock(fn *ssa.Function) bool {
	return flow.Any(fn, func(instr ssa.Instruction) bool {
		d, ok := instr.(*ssa.Defer)
		return ok && flow.InLoop(d) && (isUnlock(d) || d.Call.StaticCallee() != nil && unlocks(d.Call.StaticCallee()))
	})
}

func isUnlock(call ssa.CallInstruction) bool {
	callee := call.Common().StaticCallee()
	return callee != nil && (callee.Name() == "Unlock" || callee.Name() == "RUnlock")
}

// isGenerator reports whether the channel of a stuck send was returned by the
// function that made it: whoever ranges over it may stop early.
func isGenerator(b explore.Blocked) bool {
	if b.Made == nil || !flow.InLoop(b.Instr) {
		return false
	}
	refs := b.Made.Referrers()
	if refs == nil {
		return false
	}
	for _, ref := range *refs {
		switch ref := ref.(type) {
		case *ssa.Return:
			return true
		case *ssa.ChangeType:
			for _, again := range *ref.Referrers() {
				if _, ok := again.(*ssa.Return); ok {
					return true
				}
			}
		case *ssa.Store:
			// A captured variable or a named result: it is loaded for the return.
			if alloc, ok := ref.Addr.(*ssa.Alloc); ok && returnsLoadOf(alloc) {
				return true
			}
		}
	}
	return false
}

func returnsLoadOf(alloc *ssa.Alloc) bool {
	for _, ref := range *alloc.Referrers() {
		load, ok := ref.(*ssa.UnOp)
		if !ok {
			continue
		}
		for _, use := range *load.Referrers() {
			switch use := use.(type) {
			case *ssa.Return:
				return true
			case *ssa.ChangeType:
				for _, again := range *use.Referrers() {
					if _, ok := again.(*ssa.Return); ok {
						return true
					}
				}
			}
		}
	}
	return false
}
