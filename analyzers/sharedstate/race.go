package sharedstate

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/explore"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// A raceCase is one race with what decides its rule.
type raceCase struct {
	*reporter
	o           *explore.Outcome
	here, there explore.Access // here is the side to fix
	field       *types.Var     // the field that is used, or that holds the map or slice
	variable    *ssa.Alloc     // likewise a local variable
	global      *ssa.Global    // likewise a package variable
	guard       *effects.Guard // of the field, or nil
	locked      bool           // one side holds some lock
}

func (r *reporter) newCase(o *explore.Outcome) *raceCase {
	c := &raceCase{reporter: r, o: o, field: o.Memory.Field, variable: o.Memory.Variable, global: o.Memory.Global}
	if c.field == nil && c.variable == nil && c.global == nil {
		for _, a := range o.Accesses {
			if c.field == nil && c.variable == nil && c.global == nil {
				c.field, c.variable, c.global = a.ViaField, a.ViaVariable, a.ViaGlobal
			}
		}
	}
	c.locked = len(o.Accesses[0].Held)+len(o.Accesses[1].Held) > 0
	if c.field != nil {
		c.guard = r.guardOf(c.field)
	}
	c.here, c.there = sides(o, c.guard)
	if c.here.Atomic && !c.there.Atomic {
		c.here, c.there = c.there, c.here // the plain use is the one to change
	}
	if !c.locked && c.here.Atomic == c.there.Atomic && c.variable != nil && c.here.Lane == 0 && c.there.Lane > 0 && c.there.Write {
		c.here, c.there = c.there, c.here // the goroutine's write is where learners look
	}
	return c
}

// rule chooses the rule that explains the race best; "" where the evidence
// carries none.
func (c *raceCase) rule() rules.Name {
	mixed := c.here.Atomic != c.there.Atomic
	if c.o.Root.Kind == explore.Driver && !c.locked && !mixed && !c.o.Handlers && !c.o.Root.Own && (c.variable == nil || c.field != nil && c.guard == nil) {
		return "" // supposed callers, and no sign that they are meant to run at once
	}
	if c.o.Root.Kind == explore.Driver && c.summaries.GivesBack(c.here.Instr.Parent()) {
		return "" // the lock goes from hand to hand between calls
	}
	switch {
	case mixed && c.isVerified():
		return "" // an old value does no harm
	case mixed:
		return "mixed-atomic"
	case len(c.here.Held) > 0 && len(c.there.Held) > 0:
		if c.onlyReadLocked() {
			return "write-under-rlock"
		}
		return "wrong-lock"
	case c.o.Handlers && !c.locked:
		return "handler-state"
	case c.o.Subtests && !c.locked:
		return "parallel-subtest-state"
	case c.doubleChecked():
		return "double-checked-lock"
	case c.o.Memory.Sent.IsValid():
		return "use-after-send"
	case c.locked && (c.field != nil || c.variable == nil && c.global == nil):
		return "unlocked-field" // the field itself, or what it leads to
	case c.locked && c.global != nil:
		return "unlocked-global"
	case c.stopFlag():
		return "stop-flag"
	case c.readBeforeWait():
		return "read-before-wait"
	case c.o.Memory.Map && !c.locked:
		return "concurrent-map"
	case c.appends() && !c.locked:
		return "concurrent-append"
	case c.publishedBeforeInit():
		return "publish-before-init"
	case c.field != nil && (c.variable == nil || c.guard != nil):
		return "unlocked-field"
	case c.global != nil:
		return "unlocked-global"
	}
	return "captured-variable"
}

// isVerified reports whether the plain side reads a value that a compare-and-swap of the same
// function then verifies.
func (c *raceCase) isVerified() bool {
	load, ok := c.here.Instr.(*ssa.UnOp)
	return ok && slices.ContainsFunc(*load.Referrers(), func(ref ssa.Instruction) bool {
		call, ok := ref.(*ssa.Call)
		return ok && syncmodel.OfCall(call.Common()) == syncmodel.AtomicCompareAndSwap && len(call.Call.Args) == 3 && call.Call.Args[1] == load
	})
}

// onlyReadLocked reports whether a write is made under a lock that both sides
// hold, but only for reading.
func (c *raceCase) onlyReadLocked() bool {
	shared := func(a, b explore.Access) bool {
		return a.Write && slices.ContainsFunc(a.Held, func(l explore.Lock) bool {
			return l.Read && slices.ContainsFunc(b.Held, l.SameLock)
		})
	}
	return shared(c.here, c.there) || shared(c.there, c.here)
}

// doubleChecked reports whether a read without the lock decides, in the same
// function, about a write under it.
func (c *raceCase) doubleChecked() bool {
	read, write := c.here.Instr, c.there.Instr
	if c.here.Write || !c.there.Write || len(c.here.Held) > 0 || len(c.there.Held) == 0 || read.Parent() != write.Parent() {
		return false
	}
	load, ok := read.(*ssa.UnOp)
	return ok && slices.ContainsFunc(flow.BranchesOn(load), func(b *ssa.If) bool { return flow.Dominates(b, write) && !joinsBefore(b, write) })
}

// stopFlag reports whether a loop polls a plain bool that the other side sets.
func (c *raceCase) stopFlag() bool {
	for _, a := range []explore.Access{c.here, c.there} {
		load, ok := a.Instr.(*ssa.UnOp)
		if !ok || a.Write || !isBool(load.Type()) {
			continue
		}
		for _, ref := range *load.Referrers() {
			if not, ok := ref.(*ssa.UnOp); ok && len(*not.Referrers()) > 0 {
				ref = (*not.Referrers())[0]
			}
			if branch, ok := ref.(*ssa.If); ok && flow.MayFollow(branch, load) {
				return true
			}
		}
	}
	return false
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// appends reports whether both sides grow one slice.
func (c *raceCase) appends() bool {
	return isAppend(c.here.Instr) || isAppend(c.there.Instr)
}

// isAppend reports whether an access belongs to x = append(x, ...).
func isAppend(instr ssa.Instruction) bool {
	appends := func(v ssa.Value) bool {
		call, ok := v.(*ssa.Call)
		if !ok {
			return false
		}
		b, ok := call.Common().Value.(*ssa.Builtin)
		return ok && b.Name() == "append"
	}
	switch instr := instr.(type) {
	case *ssa.Store:
		return appends(instr.Val)
	case *ssa.Call:
		return appends(instr)
	case *ssa.UnOp:
		for _, ref := range *instr.Referrers() {
			if v, ok := ref.(ssa.Value); ok && appends(v) && len(v.(*ssa.Call).Common().Args) > 0 && v.(*ssa.Call).Common().Args[0] == instr {
				return true
			}
		}
	}
	return false
}

// readBeforeWait reports whether who reads, or who calls it for that, then waits for the goroutine that
// writes: the Wait would order the two if it came first.
func (c *raceCase) readBeforeWait() bool {
	read, write := c.here, c.there
	if read.Write {
		read, write = write, read
	}
	reads := read.Instr.Parent()
	if read.Write || !write.Write || !c.startedBy(write, reads) && !callsDone(write.Instr.Parent()) {
		return false
	}
	waitsAfter := func(read ssa.Instruction) bool {
		return slices.ContainsFunc(calls(read.Parent()), func(call *ssa.Call) bool {
			return isWait(call) && flow.MayFollow(read, call) && !flow.MayFollow(call, read)
		})
	}
	return waitsAfter(read.Instr) || slices.ContainsFunc(c.summaries.Functions[reads].Callers, func(caller *ssa.Function) bool {
		return slices.ContainsFunc(calls(caller), func(call *ssa.Call) bool {
			return c.summaries.Local(call.Common()) == reads && waitsAfter(call)
		})
	})
}

// callsDone reports whether a function, or the one around a literal, calls Done or defers it.
func callsDone(fn *ssa.Function) bool {
	for ; fn != nil; fn = fn.Parent() {
		if flow.Any(fn, func(instr ssa.Instruction) bool {
			call, ok := instr.(ssa.CallInstruction)
			return ok && syncmodel.OfCall(call.Common()) == syncmodel.WaitGroupDone
		}) {
			return true
		}
	}
	return false
}

// startedBy reports whether the goroutine of an access runs a literal of fn.
func (c *raceCase) startedBy(a explore.Access, fn *ssa.Function) bool {
	for f := a.Instr.Parent(); f != nil; f = f.Parent() {
		if f.Parent() == fn {
			return true
		}
	}
	return false
}

func isWait(call *ssa.Call) bool {
	op := syncmodel.OfCall(call.Common())
	return op == syncmodel.WaitGroupWait || op == syncmodel.GroupWait
}

// publishedBeforeInit reports whether the function that made the object still
// fills it in after it has started the goroutine that uses it.
func (c *raceCase) publishedBeforeInit() bool {
	made := c.o.Memory.Made
	if made == nil || c.field == nil || c.o.Memory.Variable != nil && isCaptured(c.o.Memory.Variable) {
		return false
	}
	for _, a := range []explore.Access{c.here, c.there} {
		if a.Write && a.Instr.Parent() == made.Parent() {
			return true
		}
	}
	return false
}

// message words the race for a rule, without "data race" before it.
func (c *raceCase) message(rule rules.Name) string {
	name := c.name()
	who, other := c.who(c.o, c.here), c.who(c.o, c.there)
	if who == other {
		other = another(who)
	}
	does, did := verb(c.here), verb(c.there)
	lock := lockName(name, c.there, c.guard)
	switch rule {
	case "mixed-atomic":
		plain, atomic := who, other
		if c.here.Atomic {
			plain, atomic = other, who
			does = did
		}
		return fmt.Sprintf("%s %s %s plainly, while %s uses it with sync/atomic: all uses must be atomic", plain, does, name, atomic)
	case "write-under-rlock":
		return fmt.Sprintf("%s %s %s under a read lock, while %s %s it: a read lock lets others read at the same time", who, does, name, other, did)
	case "wrong-lock":
		if c.here.Held[0].Name == c.there.Held[0].Name {
			return fmt.Sprintf("%s %s %s holding %s, and %s %s it holding another %s: each has a lock of its own, so neither keeps the other out",
				who, does, name, c.here.Held[0].Name, other, did, c.there.Held[0].Name)
		}
		return fmt.Sprintf("%s %s %s holding %s, but %s %s it holding %s: two different locks do not keep each other out",
			who, does, name, c.here.Held[0].Name, other, did, c.there.Held[0].Name)
	case "handler-state":
		if c.here.Instr.Parent() == c.there.Instr.Parent() {
			return fmt.Sprintf("%s %s %s, and so does another request at the same time: each request runs in a goroutine of its own", who, does, name)
		}
		return fmt.Sprintf("%s %s %s while another request is in %s, which %s it: each request runs in a goroutine of its own", who, does, name, c.there.Instr.Parent().Name(), did)
	case "parallel-subtest-state":
		return fmt.Sprintf("this parallel subtest %s %s, which another one %s at the same time", does, name, did)
	case "double-checked-lock":
		return fmt.Sprintf("%s reads %s before it takes %s, while %s writes it under the lock: the first check needs the lock too, or an atomic", who, name, c.there.Held[0].Name, other)
	case "use-after-send":
		return fmt.Sprintf("%s %s %s, which was sent to another goroutine at %s; %s %s it at the same time", who, does, name, diagnosis.At(c.pass, c.o.Memory.Sent), other, did)
	case "stop-flag":
		return fmt.Sprintf("a loop polls %s, which %s changes without any ordering: the loop may never see it", name, c.writer())
	case "concurrent-map":
		return fmt.Sprintf("%s %s the map %s while %s %s it: the runtime may stop the program", who, does, name, other, did)
	case "concurrent-append":
		return fmt.Sprintf("%s appends to %s while %s %s it: elements get lost", c.appender(who, other), name, c.otherOf(who, other), c.otherVerb())
	case "read-before-wait":
		return fmt.Sprintf("%s is read before the Wait that would order it after %s, which writes it", name, c.writer())
	case "publish-before-init":
		return fmt.Sprintf("%s %s %s after the object was given to another goroutine: %s %s it at the same time", who, does, name, other, did)
	}
	switch {
	case lock != "" && len(c.there.Held) > 0:
		return fmt.Sprintf("%s %s %s without %s, which %s holds when it %s %s", who, does, name, lock, other, did, name)
	case lock != "" && rule == "unlocked-field":
		return fmt.Sprintf("%s %s %s without %s, and at the same time %s %s it", who, does, name, lock, other, did)
	case c.here.Instr == c.there.Instr:
		return fmt.Sprintf("%s %s %s, which another goroutine running the same line %s at the same time", who, does, name, did)
	case rule == "captured-variable":
		return fmt.Sprintf("%s %s %s, which %s %s at the same time", who, does, name, other, did)
	}
	return fmt.Sprintf("%s %s %s while %s %s it, and no lock orders the two", who, does, name, other, did)
}

// name is what the code calls the memory.
func (c *raceCase) name() string {
	for _, name := range []string{c.here.Name, c.there.Name} {
		if name != "" {
			return name
		}
	}
	switch {
	case c.field != nil:
		return c.field.Name()
	case c.variable != nil:
		return c.variable.Comment
	case c.global != nil:
		return c.global.Name()
	}
	return "the same memory"
}

// writer names the goroutine that writes.
func (c *raceCase) writer() string {
	if c.there.Write {
		return c.who(c.o, c.there)
	}
	return c.who(c.o, c.here)
}

// appender, otherOf and otherVerb tell the side that appends from the other one.
func (c *raceCase) appender(who, other string) string {
	if isAppend(c.here.Instr) {
		return who
	}
	return other
}

func (c *raceCase) otherOf(who, other string) string {
	if isAppend(c.here.Instr) {
		return other
	}
	return who
}

func (c *raceCase) otherVerb() string {
	switch {
	case isAppend(c.here.Instr) && isAppend(c.there.Instr):
		return "appends to"
	case isAppend(c.here.Instr):
		return verb(c.there)
	}
	return verb(c.here)
}
