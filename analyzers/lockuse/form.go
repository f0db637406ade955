package lockuse

import (
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/flow"
)

// byForm reports what single functions show without a search, beside what one has found.
func byForm(pass *analysis.Pass, found []finding.Finding) (list []finding.Finding) {
	summaries := pass.ResultOf[effects.Analyzer].(*effects.Result)
	waits := effects.NewWaits(summaries)
	add := func(f finding.Finding, ok bool) {
		if ok {
			list = append(list, f)
		}
	}
	for _, fn := range summaries.Order {
		for instr := range flow.Instructions(fn) {
			switch instr := instr.(type) {
			case *ssa.Alloc:
				add(localOnce(pass, instr))
			case *ssa.Defer:
				add(deferredLock(pass, instr))
				add(deferredInTurn(pass, summaries, instr, found))
				add(unlocksAnother(pass, summaries, instr, found))
			case *ssa.Call:
				add(unlocksAnother(pass, summaries, instr, found))
				add(waitWithoutLoop(pass, summaries, instr))
				add(heldIntoNextTurn(pass, summaries, instr))
				if !toldOf(fn, found) {
					add(leavesElementLocked(pass, summaries, instr))
				}
				add(wakesOne(pass, summaries, instr))
				f, ok := wakesWrong(pass, summaries, instr, found)
				if !ok {
					f, ok = wakesUnequal(pass, summaries, instr, found)
				}
				add(f, ok)
				add(emptySection(pass, summaries, waits, instr))
				add(ignoredTry(pass, instr))
				add(inlineOnce(pass, instr))
				add(putByValue(pass, instr))
			}
		}
	}
	list = append(list, leavesLocked(pass, summaries, found)...)
	list = append(list, exposedLocks(pass, summaries, slices.Concat(found, list))...)
	return append(list, keptPlaces(pass, summaries)...)
}
