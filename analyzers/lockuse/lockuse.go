package lockuse

import (
	_ "embed"
	"fmt"
	"go/token"
	"slices"

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

//go:embed doc.go
var doc string

// Analyzer reports mistakes in the life of one lock. Its result is a []finding.Finding.
var Analyzer = finding.NewAnalyzer("lockuse", doc, run, effects.Analyzer, explore.Analyzer)

func run(pass *analysis.Pass) ([]finding.Finding, error) {
	var findings []finding.Finding
	outcomes, names := diagnosis.Of(pass.ResultOf[explore.Analyzer].(*explore.Result), "lockuse")
	for i, o := range outcomes {
		findings = append(findings, report(diagnosis.Words{Pass: pass, Outcome: o}, names[i]))
	}
	return wakesTold(findings, byForm(pass, findings)), nil
}

// wakesTold puts what the search and single functions show together. That a Wait never ends is told where a Signal
// wakes one of many, if one does: the story belongs there.
func wakesTold(found, forms []finding.Finding) []finding.Finding {
	for i, f := range forms {
		if f.Rule != "cond-never-signalled" {
			continue
		}
		found = slices.DeleteFunc(found, func(wait finding.Finding) bool {
			told := wait.Rule == "cond-without-lock" && slices.ContainsFunc(f.Related, func(r finding.Related) bool { return r.Pos == wait.Pos })
			if told {
				forms[i].Witness = wait.Witness
			}
			return told
		})
	}
	return append(found, forms...)
}

// report words one outcome of the search.
func report(w diagnosis.Words, rule rules.Name) finding.Finding {
	switch rule {
	case "unlock-of-unlocked":
		name := w.Crash.Name
		if name == "" {
			name = "the lock"
		}
		f := w.Finding(rule, w.Crash.Pos, fmt.Sprintf("panic: %s unlocks %s, which is not locked at this point", w.Crash.Fn.Name(), name))
		f.Fixes = unlockAsLocked(w.Pass, f.Pos)
		return f
	case "missing-unlock":
		return missingUnlock(w)
	}
	if w.Crash != nil {
		return w.Finding(rule, w.Crash.Pos, fmt.Sprintf("panic: %s calls Wait without holding the lock of the condition variable; Wait gives that lock back first, which nobody holds", diagnosis.FunctionName(w.Crash.Fn)))
	}
	b := w.Blocked[0]
	switch rule {
	case "defer-lock":
		return w.Finding(rule, b.Pos, fmt.Sprintf("deadlock: defer %s.Lock() takes the lock again at the end of %s, which holds it; Unlock was meant", b.Lock.Name, b.Fn.Name()))
	case "defer-unlock-in-loop":
		return w.Finding(rule, b.Pos, fmt.Sprintf("deadlock: the next turn of the loop locks %s again, but the deferred unlock waits for the end of %s", b.Lock.Name, b.Fn.Name()))
	case "cond-without-lock":
		return w.Finding(rule, b.Pos, fmt.Sprintf("%s: this Wait never ends when the signal comes first: the change and its signal are not made under the lock, or wake the wrong one", w.Kind()))
	}
	if len(w.Blocked) > 1 {
		return wrongWoken(w)
	}
	return w.Finding(rule, b.Pos, fmt.Sprintf("%s: this Wait never ends, because nobody signals", w.Kind()))
}

// wrongWoken reports that those who wait at one condition variable sleep for ever, because who
// was woken could not go on: at the Signal that woke one, if there is one.
func wrongWoken(w diagnosis.Words) finding.Finding {
	first := w.Blocked[0]
	signal := signalOn(w.Pass, first.Instr.(*ssa.Call).Call.Args[0])
	if signal == nil {
		return w.Finding("cond-never-signalled", first.Pos, fmt.Sprintf("%s: this Wait never ends: all who could signal wait here as well", w.Kind()))
	}
	f := w.Finding("cond-never-signalled", signal.Pos(), fmt.Sprintf("%s: this Signal wakes one of several that wait; if that one cannot go on, it sleeps again, and the others sleep for ever; Broadcast wakes all", w.Kind()))
	for _, b := range w.Blocked {
		w.Relate(&f, b.Pos, w.Goroutine(b.Lane)+" waits here")
	}
	f.Fixes = broadcast(w.Pass, signal)
	return f
}

// signalOn returns the first Signal that the package makes on a condition variable, or nil.
func signalOn(pass *analysis.Pass, cond ssa.Value) *ssa.Call {
	on, _ := effects.PathOf(cond)
	for _, fn := range pass.ResultOf[effects.Analyzer].(*effects.Result).Order {
		for instr := range flow.Instructions(fn) {
			call, ok := instr.(*ssa.Call)
			if !ok || syncmodel.OfCall(call.Common()) != syncmodel.CondSignal {
				continue
			}
			if p, ok := effects.PathOf(call.Call.Args[0]); ok && p.Declaration() == on.Declaration() {
				return call
			}
		}
	}
	return nil
}

// missingUnlock reports a lock that stays taken, at the place where it was taken.
func missingUnlock(w diagnosis.Words) finding.Finding {
	b := w.Blocked[0]
	var taken token.Pos
	var by *ssa.Function
	if len(w.Blocked) > 1 {
		holder := diagnosis.Holder(w.Blocked)
		i := slices.IndexFunc(w.Blocked, func(b explore.Blocked) bool { return b.Lane == holder.Lane })
		b = w.Blocked[(i+len(w.Blocked)-1)%len(w.Blocked)]
		if j := slices.IndexFunc(holder.Held, func(l explore.Lock) bool { return l.SameLock(*b.Lock) }); j >= 0 {
			taken, by = holder.Held[j].Pos, holder.Held[j].By
		}
	} else if b.Holder != nil {
		taken, by = b.Holder.Acquired, b.Holder.Fn
	} else if held, ok := diagnosis.HeldAlready(b); ok {
		taken, by = held.Pos, held.By
	}
	pos, name := taken, "a goroutine"
	if !pos.IsValid() {
		pos = b.Pos
	}
	if by != nil {
		name = by.Name()
	}
	how := fmt.Sprintf("on some way %s leaves", name)
	if exposes(w.Pass, by, *b.Lock) {
		how = fmt.Sprintf("if what %s calls panics, it leaves", name)
	}
	f := w.Finding("missing-unlock", pos, fmt.Sprintf("deadlock: %s without unlocking %s; whoever locks it next, at %s, waits for ever", how, b.Lock.Name, w.At(b.Pos)))
	w.Relate(&f, b.Pos, w.Goroutine(b.Lane)+" waits for the lock here")
	f.Fixes = deferForgotten(w.Pass, f.Pos)
	return f
}

// exposes reports whether a function leaves with a lock only if a function that it is given,
// and calls, panics.
func exposes(pass *analysis.Pass, fn *ssa.Function, lock explore.Lock) bool {
	f := pass.ResultOf[effects.Analyzer].(*effects.Result).Functions[fn]
	is := func(h effects.Held) bool { return lock.Field != nil && h.Path.Last == lock.Field }
	return f != nil && slices.ContainsFunc(f.Exposed, is) &&
		!slices.ContainsFunc(f.Leaves, func(l effects.Leaving) bool { return is(l.Held) })
}
