package lockuse

import (
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
)

// forOne matches functions that by their nature are for one goroutine at a time: streams, and
// loops that serve.
var forOne = regexp.MustCompile(`^(Read|Write|Next|Scan|Recv|Receive|Peek)|^(Run|Serve|Loop|Start)$`)

// isForMany reports whether several goroutines may be at an instruction at once that waits
// at a place, given as a path: because it is offered to callers that are not seen, or because
// the package starts them in a loop, or at two places, for one object. What functions call
// that are excepted does not count.
func isForMany(summaries *effects.Result, wait ssa.Instruction, place effects.Path, excepted func(*ssa.Function) bool) bool {
	c := &crowd{summaries: summaries, excepted: excepted, seen: make(map[*ssa.Function]bool)}
	c.follow(wait, place)
	return c.many
}

// A crowd gathers the goroutines that come to a place.
type crowd struct {
	summaries *effects.Result
	excepted  func(*ssa.Function) bool
	seen      map[*ssa.Function]bool
	starts    []effects.Path // of the place, where a goroutine is started that comes to it
	many      bool
}

// follow goes from an instruction to those who call or start the function around it.
func (c *crowd) follow(at ssa.Instruction, place effects.Path) {
	fn := at.Parent()
	if c.seen[fn] || c.many {
		return
	}
	c.seen[fn] = true
	c.many = c.isOffered(at)
	for _, caller := range c.summaries.Order {
		for instr := range flow.Instructions(caller) {
			args, starts, ok := entering(instr, fn)
			if !ok || !starts && c.excepted(caller) {
				continue
			}
			there, ok := asCalled(place, fn, args)
			switch {
			case !ok:
			case starts:
				c.start(instr, there)
			default:
				c.follow(instr, there)
			}
		}
	}
}

// isOffered reports whether the function around an instruction is there for all who import
// the package, and is not the loop of one goroutine.
func (c *crowd) isOffered(at ssa.Instruction) bool {
	fn := at.Parent()
	return effects.Exported(fn) && fn.Pkg.Pkg.Name() != "main" && !c.summaries.Functions[fn].Task && !forOne.MatchString(fn.Name()) && len(flow.Loops(at)) < 2
}

// start notes a goroutine that comes to a place.
func (c *crowd) start(instr ssa.Instruction, place effects.Path) {
	object, ok := place.Root.(*ssa.Alloc)
	if ok && object.Parent() == instr.Parent() && flow.InLoop(object) {
		return // another one in each turn
	}
	c.many = c.many || flow.InLoop(instr) || slices.ContainsFunc(c.starts, place.Same)
	c.starts = append(c.starts, place)
}

// entering returns the arguments with which an instruction calls or starts a function, and
// which of both it does.
func entering(instr ssa.Instruction, fn *ssa.Function) (args []ssa.Value, starts, ok bool) {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return nil, false, false
	}
	common := call.Common()
	if callee := common.StaticCallee(); callee != nil && (callee == fn || callee.Origin() == fn) {
		_, starts := instr.(*ssa.Go)
		return common.Args, starts, true
	}
	switch syncmodel.OfCall(common) {
	case syncmodel.WaitGroupGo, syncmodel.GroupGo:
		if made, ok := common.Args[1].(*ssa.MakeClosure); ok && slices.Contains(functionsIn(made), fn) {
			if made.Fn == fn {
				return nil, true, true // what it captures has its path already
			}
			return made.Bindings, true, true
		}
	}
	return nil, false, false
}

// asCalled puts the arguments of a call in the place of the callee's own parameters.
func asCalled(p effects.Path, callee *ssa.Function, args []ssa.Value) (effects.Path, bool) {
	i := p.Parameter()
	if i < 0 || p.Root.Parent() != callee {
		return p, true
	}
	if i >= len(args) {
		return p, false
	}
	q, ok := effects.PathOf(args[i])
	q.Fields += p.Fields
	if p.Last != nil {
		q.Last = p.Last
	}
	return q, ok
}
