package waituse

import (
	_ "embed"
	"fmt"

	"golang.org/x/tools/go/analysis"

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
	var findings []finding.Finding
	outcomes, names := diagnosis.Of(pass.ResultOf[explore.Analyzer].(*explore.Result), "waituse")
	for i, o := range outcomes {
		findings = append(findings, report(diagnosis.Words{Pass: pass, Outcome: o}, names[i]))
	}
	return append(findings, byForm(pass, outcomes)...), nil
}

// report words one outcome of the search.
func report(w diagnosis.Words, rule rules.Name) finding.Finding {
	switch rule {
	case "negative-counter":
		return w.Finding(rule, w.Crash.Pos, fmt.Sprintf("panic: %s calls Done more often than Add has counted: the counter goes below zero", w.Goroutine(w.Crash.Lane)))
	case "count-mismatch":
		return w.Finding(rule, w.Blocked[0].Pos, w.Kind()+": this Wait never ends: Add has counted more than there are calls of Done")
	}
	if owing := w.Blocked[0].Owing; owing >= 0 {
		f := w.Finding(rule, w.Blocked[0].Pos, fmt.Sprintf("%s: this Wait never ends, because %s goes on for ever and does not come to its Done", w.Kind(), w.Goroutine(owing)))
		w.Relate(&f, w.Blocked[0].OwingSpawn, "the goroutine that does not end is started here")
		return f
	}
	if !w.Blocked[0].Dones {
		return w.Finding(rule, w.Blocked[0].Pos, w.Kind()+": this Wait never ends, because nobody calls Done on this group")
	}
	return w.Finding(rule, w.Blocked[0].Pos, w.Kind()+": this Wait never ends when a goroutine leaves without calling Done")
}
