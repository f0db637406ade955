package waituse

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/explore"
	"interleave/analyzers/internal/flow"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

// A reporter finds what functions show without a search, in one package.
type reporter struct {
	pass      *analysis.Pass
	summaries *effects.Result
	waits     *effects.Waits
	calls     map[reached][]operation // what operationsOf has answered
	findings  finding.List
	// story holds the groups, as lastOf gives them, of which the search tells.
	story map[any]bool
}

// byForm reports what single functions, and those that they call, show.
func byForm(pass *analysis.Pass, outcomes []*explore.Outcome) []finding.Finding {
	summaries := pass.ResultOf[effects.Analyzer].(*effects.Result)
	r := &reporter{
		pass: pass, summaries: summaries, waits: effects.NewWaits(summaries),
		calls: make(map[reached][]operation), story: make(map[any]bool),
	}
	for _, o := range outcomes {
		for _, b := range o.Blocked {
			if call, ok := b.Instr.(*ssa.Call); ok && b.For == explore.WaitGroup {
				if p, ok := effects.PathOf(call.Call.Args[0]); ok {
					r.story[lastOf(p)] = true
				}
			}
		}
	}
	for _, fn := range r.summaries.Order {
		r.groups(fn)
		r.handlers(fn)
		for instr := range flow.Instructions(fn) {
			s, ok := r.startOf(instr)
			if !ok {
				continue
			}
			r.skippedDone(s)
			r.lateAdd(s)
			r.earlyWait(s)
			r.oneByOne(s)
			r.lockstep(s)
			r.leftBehind(s)
			r.lostError(s)
			r.fatal(s)
		}
	}
	return r.findings
}

// A start is an instruction that starts a goroutine: go, or Go of a group.
type start struct {
	instr ssa.Instruction
	args  []ssa.Value   // of a go statement: what body is called with
	body  *ssa.Function // what the goroutine runs
}

// startOf returns the start that an instruction is, if what runs is a function of the
// package.
func (r *reporter) startOf(instr ssa.Instruction) (start, bool) {
	switch instr := instr.(type) {
	case *ssa.Go:
		fn := r.summaries.Local(instr.Common())
		return start{instr, instr.Call.Args, fn}, fn != nil
	case *ssa.Call:
		switch syncmodel.OfCall(instr.Common()) {
		case syncmodel.WaitGroupGo, syncmodel.GroupGo, syncmodel.GroupTryGo:
			if closure, ok := instr.Call.Args[1].(*ssa.MakeClosure); ok {
				fn := closure.Fn.(*ssa.Function)
				return start{instr, nil, fn}, r.summaries.Functions[fn] != nil
			}
		}
	}
	return start{}, false
}

// An operation is a call on a WaitGroup, made by a function itself or by what it calls,
// in the terms of that function.
type operation struct {
	kind syncmodel.Op
	on   effects.Path
	at   ssa.Instruction // of the function itself
	by   *ssa.Call       // which may stand in a callee
}

// A reached is a function that is so many calls away from the one that was asked about.
type reached struct {
	fn    *ssa.Function
	depth int
}

// maxCalls bounds how many calls deep operations are looked for.
const maxCalls = 2

// operations lists those of operationsOf that are of some kinds.
func (r *reporter) operations(fn *ssa.Function, depth int, kinds ...syncmodel.Op) (list []operation) {
	for _, op := range r.operationsOf(fn, depth) {
		if slices.Contains(kinds, op.kind) {
			list = append(list, op)
		}
	}
	return list
}

// operationsOf lists the calls on WaitGroups that a function makes; at depth maxCalls, only
// its own.
func (r *reporter) operationsOf(fn *ssa.Function, depth int) (list []operation) {
	key := reached{fn, depth}
	if list, known := r.calls[key]; known {
		return list
	}
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		switch op := syncmodel.OfCall(call.Common()); op {
		case syncmodel.WaitGroupAdd, syncmodel.WaitGroupDone, syncmodel.WaitGroupWait, syncmodel.WaitGroupGo:
			if p, ok := effects.PathOf(call.Call.Args[0]); ok {
				list = append(list, operation{op, p, call, call})
			}
			continue
		}
		callee := r.summaries.Local(call.Common())
		if callee == nil || depth == maxCalls {
			continue
		}
		for _, op := range r.operationsOf(callee, depth+1) {
			if p, ok := translate(op.on, call.Call.Args); ok {
				list = append(list, operation{op.kind, p, call, op.by})
			}
		}
	}
	r.calls[key] = list
	return list
}

// translate puts the arguments of a call in place of the callee's parameters.
func translate(p effects.Path, args []ssa.Value) (effects.Path, bool) {
	i := p.Parameter()
	if i < 0 {
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

// of returns those of some operations that are on a group.
func of(list []operation, group effects.Path) (some []operation) {
	for _, op := range list {
		if op.on.Same(group) {
			some = append(some, op)
		}
	}
	return some
}

// lateAdd reports Add in a goroutine for which the function around it waits with
// the same group: Wait may come first and find nothing to wait for. While the
// function itself has added to the group before, the counter cannot be zero yet,
// and the goroutine may add more.
func (r *reporter) lateAdd(s start) {
	fn := s.instr.Parent()
	for _, add := range r.operations(s.body, 0, syncmodel.WaitGroupAdd) {
		group, ok := translate(add.on, s.args)
		if !ok || len(of(r.operations(fn, 0, syncmodel.WaitGroupAdd, syncmodel.WaitGroupGo), group)) > 0 || r.addsElsewhere(s, add) {
			continue
		}
		waits := of(r.operations(fn, 0, syncmodel.WaitGroupWait), group)
		if len(waits) == 0 || r.mayLearn(fn, group, 0) {
			continue
		}
		f := r.findings.Add(r.pass.Files, "add-inside-goroutine", rules.Certain, add.by.Pos(),
			fmt.Sprintf("missed wait: Add is called inside the goroutine, so %s may reach Wait before it and not wait at all; call Add before the go statement", fn.Name()))
		f.Relate(r.pass.Files, waits[0].by.Pos(), "this Wait may come before the Add")
		f.Fixes = r.addBefore(s, add.by)
	}
}

// addsElsewhere reports whether a group that is a field is added to by other functions
// than the goroutine: what calls them is not known.
func (r *reporter) addsElsewhere(s start, add operation) bool {
	if add.on.Last == nil {
		return false
	}
	for _, fn := range r.summaries.Order {
		if fn == s.body || fn == add.by.Parent() {
			continue
		}
		for _, other := range r.operations(fn, maxCalls, syncmodel.WaitGroupAdd, syncmodel.WaitGroupGo) {
			if other.on.Last == add.on.Last {
				return true
			}
		}
	}
	return false
}

// mayLearn reports whether a function receives from a channel, or waits for another
// group: the goroutine may have added before that.
func (r *reporter) mayLearn(fn *ssa.Function, group effects.Path, depth int) bool {
	others := slices.ContainsFunc(r.operations(fn, 0, syncmodel.WaitGroupWait), func(wait operation) bool { return !wait.on.Same(group) })
	return depth == 0 && others || flow.Any(fn, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		if !ok || depth == maxCalls {
			return receives(instr)
		}
		callee := r.summaries.Local(call.Common())
		return callee != nil && r.mayLearn(callee, group, depth+1)
	})
}

// receives reports whether an instruction receives from a channel: that may order what
// the sender did before it.
func receives(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		return instr.Op == token.ARROW
	case *ssa.Select:
		return true
	}
	return false
}

// addBefore moves an Add with a constant, if it is the first statement of the
// goroutine, in front of the go statement.
func (r *reporter) addBefore(s start, add *ssa.Call) []analysis.SuggestedFix {
	for _, n := range finding.Enclosing(r.pass.Files, s.instr.Pos()) {
		stmt, ok := n.(*ast.GoStmt)
		if !ok {
			continue
		}
		lit, ok := stmt.Call.Fun.(*ast.FuncLit)
		if !ok || len(lit.Body.List) < 2 {
			return nil
		}
		first, next := lit.Body.List[0], lit.Body.List[1]
		call, ok := first.(*ast.ExprStmt)
		if !ok || first.Pos() > add.Pos() || add.Pos() >= first.End() || len(call.X.(*ast.CallExpr).Args) != 1 {
			return nil
		}
		if v := r.pass.TypesInfo.Types[call.X.(*ast.CallExpr).Args[0]]; v.Value == nil {
			return nil // it may depend on what only the goroutine knows
		}
		var text bytes.Buffer
		if err := format.Node(&text, r.pass.Fset, first); err != nil {
			return nil
		}
		indent := strings.Repeat("\t", r.pass.Fset.Position(stmt.Pos()).Column-1)
		return []analysis.SuggestedFix{{
			Message: "Move Add before the go statement",
			TextEdits: []analysis.TextEdit{
				{Pos: stmt.Pos(), End: stmt.Pos(), NewText: []byte(text.String() + "\n" + indent)},
				{Pos: first.Pos(), End: next.Pos()},
			},
		}}
	}
	return nil
}

// earlyWait reports a goroutine that waits for a group to which the function that
// started it adds only afterwards: it may find nothing to wait for.
func (r *reporter) earlyWait(s start) {
	fn := s.instr.Parent()
	for _, wait := range r.operations(s.body, 0, syncmodel.WaitGroupWait) {
		group, ok := translate(wait.on, s.args)
		if !ok || !r.comesFirst(wait.at) {
			continue
		}
		adds := of(r.operations(fn, 0, syncmodel.WaitGroupAdd, syncmodel.WaitGroupGo), group)
		before := slices.ContainsFunc(adds, func(add operation) bool { return flow.MayFollow(add.at, s.instr) })
		after := slices.IndexFunc(adds, func(add operation) bool { return flow.MayFollow(s.instr, add.at) })
		if before || after < 0 {
			continue
		}
		f := r.findings.Add(r.pass.Files, "add-after-wait", rules.Certain, wait.by.Pos(),
			fmt.Sprintf("missed wait: this goroutine may reach Wait before %s has called Add, and not wait at all; start it after the last Add", fn.Name()))
		f.Relate(r.pass.Files, adds[after].by.Pos(), "this Add may come after the Wait")
	}
}

// comesFirst reports whether nothing that may wait can be executed before an instruction.
func (r *reporter) comesFirst(instr ssa.Instruction) bool {
	for other := range flow.Instructions(instr.Parent()) {
		if _, deferred := other.(*ssa.Defer); !deferred && other != instr && flow.MayFollow(other, instr) && r.waits.May(other, true) {
			return false
		}
	}
	return true
}

// oneByOne notes a loop that starts one goroutine and waits for it in the same turn,
// with nothing to do in between.
func (r *reporter) oneByOne(s start) {
	fn := s.instr.Parent()
	if !flow.InLoop(s.instr) || diagnosis.InTest(r.pass, fn.Pos()) {
		return
	}
	for instr := range flow.Instructions(fn) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		if op := syncmodel.OfCall(call.Common()); op != syncmodel.WaitGroupWait && op != syncmodel.GroupWait {
			continue
		}
		if r.sameTurn(s, call) && !r.startsMore(s.body, 0) {
			f := r.findings.Add(r.pass.Files, "wait-in-loop", rules.Hint, call.Pos(), fmt.Sprintf("one after the other: each turn of this loop starts one goroutine and waits for it at once, so %s does nothing at the same time; wait after the loop", fn.Name()))
			f.Relate(r.pass.Files, s.instr.Pos(), "the goroutine is started here")
		}
	}
}

// startsMore reports whether a function starts goroutines, itself or in what it calls.
func (r *reporter) startsMore(fn *ssa.Function, depth int) bool {
	for instr := range flow.Instructions(fn) {
		if _, ok := r.startOf(instr); ok {
			return true
		}
		if call, ok := instr.(*ssa.Call); ok && depth < maxCalls {
			if callee := r.summaries.Local(call.Common()); callee != nil && r.startsMore(callee, depth+1) {
				return true
			}
		}
	}
	return false
}

// sameTurn reports whether each turn of a loop goes from a start straight to a wait,
// and from there to nothing else that starts a goroutine before the next turn.
func (r *reporter) sameTurn(s start, wait ssa.Instruction) bool {
	if !flow.MayFollow(s.instr, wait) || !flow.MayFollow(wait, s.instr) {
		return false
	}
	isWait := func(instr ssa.Instruction) bool { return instr == wait }
	works := func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case *ssa.Call:
			return syncmodel.OfCall(instr.Common()) != syncmodel.WaitGroupAdd
		case *ssa.Go, *ssa.Send, *ssa.Select, *ssa.Defer:
			return true
		}
		return receives(instr)
	}
	isStart := func(instr ssa.Instruction) bool {
		_, isGo := instr.(*ssa.Go)
		_, starts := r.startOf(instr)
		return (isGo || starts) && instr != s.instr
	}
	return flow.Find(s.instr, works, isWait, nil) == nil &&
		flow.Find(wait, isStart, func(instr ssa.Instruction) bool { return instr == s.instr }, nil) == nil
}

// lockstep notes goroutines that cannot run at the same time: a loop that receives from
// each before it starts the next, and bodies that hold one lock from start to end.
func (r *reporter) lockstep(s start) {
	if !flow.InLoop(s.instr) {
		return
	}
	fn := s.instr.Parent()
	for instr := range flow.Instructions(fn) {
		if receive, ok := instr.(*ssa.UnOp); ok && receives(receive) && r.sameTurn(s, receive) {
			f := r.findings.Add(r.pass.Files, "accidentally-sequential", rules.Hint, receive.Pos(), "one after the other: each turn of this loop starts a goroutine and waits for its answer before the next one starts")
			f.Relate(r.pass.Files, s.instr.Pos(), "the goroutine is started here")
		}
	}
	if lock := r.wholeUnderLock(s.body); lock != nil {
		f := r.findings.Add(r.pass.Files, "accidentally-sequential", rules.Hint, lock.Pos(), "one after the other: each of these goroutines holds the lock for the whole of its work, so the others wait; hold it only while shared data is used")
		f.Relate(r.pass.Files, s.instr.Pos(), "the goroutines are started here")
	}
}

// wholeUnderLock returns the Lock with which a function begins, when it unlocks by a
// defer and does what takes time in between; nil for other functions.
func (r *reporter) wholeUnderLock(fn *ssa.Function) ssa.Instruction {
	var lock *ssa.Call
	unlocks, works := false, false
	for instr := range flow.Instructions(fn) {
		switch instr := instr.(type) {
		case *ssa.Defer:
			unlocks = unlocks || lock != nil && syncmodel.OfCall(instr.Common()) == syncmodel.Unlock
		case *ssa.Call:
			op := syncmodel.OfCall(instr.Common())
			switch {
			case lock == nil && op == syncmodel.Lock && instr.Block() == fn.Blocks[0]:
				lock = instr
			case lock == nil:
				return nil
			default:
				works = works || r.waits.May(instr, true)
			}
		}
	}
	if lock == nil || !unlocks || !works {
		return nil
	}
	return lock
}
