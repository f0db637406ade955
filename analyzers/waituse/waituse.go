package waituse

import (
	_ "embed"
	"fmt"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/explore"
	"interleave/analyzers/rules"
)

//go:embed doc.go
var doc string

// Analyzer reports misuse of WaitGroups and errgroups, and goroutines whose end or errors
// nobody waits for. Its result is a []finding.Finding.
var Analyzer = finding.NewAnalyzer("waituse", doc, run, effects.Analyzer, explore.Analyzer)

func run(pass *analysis.Pass) ([]finding.Finding, error) {
	outcomes, names := diagnosis.Of(pass.ResultOf[explore.Analyzer].(*explore.Result), "waituse")
	findings, skips := byForm(pass, outcomes)
	undone := make(map[any]bool) // the groups of which a goroutine leaves without its Done
	for i, o := range outcomes {
		if group := groupOf(o); group != nil && names[i] == "missing-done" {
			undone[group] = true
		}
	}
	for i, o := range outcomes {
		if names[i] == "count-mismatch" && undone[groupOf(o)] {
			continue // one cause
		}
		if names[i] == "count-mismatch" && skips[groupOf(o)] != nil {
			names[i] = "missing-done" // a way that skips Done explains the difference
		}
		findings = append(findings, report(diagnosis.Words{Pass: pass, Outcome: o}, names[i], skips[groupOf(o)]))
	}
	return findings, nil
}

// groupOf returns the declaration of the group for which an outcome's goroutine waits for
// ever; nil if it waits for none.
func groupOf(o *explore.Outcome) any {
	for _, b := range o.Blocked {
		if call, ok := b.Instr.(*ssa.Call); ok && b.For == explore.WaitGroup {
			if p, ok := effects.PathOf(call.Call.Args[0]); ok {
				return p.Declaration()
			}
		}
	}
	return nil
}

// report words one outcome of the search; skipped is the way past Done of a goroutine that the
// outcome's group counts, or nil.
func report(w diagnosis.Words, rule rules.Name, skipped *skip) finding.Finding {
	switch rule {
	case "negative-counter":
		if list, at := doneInGo(w.Pass, w.Crash.Pos); list != nil {
			f := w.Finding(rule, list[at].Pos(), "panic: Go calls Done itself when its function returns, so this Done is one too many: the counter goes below zero")
			f.Fixes = withoutDone(w.Pass, list, at)
			return f
		}
		return w.Finding(rule, w.Crash.Pos, fmt.Sprintf("panic: %s calls Done more often than Add has counted: the counter goes below zero", w.Goroutine(w.Crash.Lane)))
	case "count-mismatch":
		return w.Finding(rule, w.Blocked[0].Pos, w.Kind()+": this Wait never ends: Add has counted more than there are calls of Done")
	}
	if owing := w.Blocked[0].Owing; owing >= 0 {
		f := w.Finding(rule, w.Blocked[0].Pos, fmt.Sprintf("%s: this Wait never ends, because %s goes on for ever and does not come to its Done", w.Kind(), w.Goroutine(owing)))
		w.Relate(&f, w.Blocked[0].OwingSpawn, "the goroutine that does not end is started here")
		return f
	}
	if skipped == nil && !w.Blocked[0].Dones {
		return w.Finding(rule, w.Blocked[0].Pos, w.Kind()+": this Wait never ends, because nobody calls Done on this group")
	}
	if skipped == nil {
		return w.Finding(rule, w.Blocked[0].Pos, w.Kind()+": this Wait never ends when a goroutine leaves without calling Done")
	}
	f := w.Finding(rule, skipped.out.Pos(), fmt.Sprintf("%s: %s returns here without calling Done, and the Wait at %s never ends", w.Kind(), skipped.out.Parent().Name(), w.At(w.Blocked[0].Pos)))
	w.Relate(&f, skipped.done.Pos(), "Done is called here, on another way")
	w.Relate(&f, w.Blocked[0].Pos, "this Wait never ends")
	f.Fixes = deferDone(w.Pass, f.Pos)
	return f
}
