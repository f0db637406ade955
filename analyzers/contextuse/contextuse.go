package contextuse

import (
	_ "embed"
	"fmt"
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

// Analyzer reports misuse of contexts. Its result is a []finding.Finding.
var Analyzer = finding.NewAnalyzer("contextuse", doc, run, effects.Analyzer, explore.Analyzer)

func run(pass *analysis.Pass) ([]finding.Finding, error) {
	summaries := pass.ResultOf[effects.Analyzer].(*effects.Result)
	r := &reporter{pass: pass, summaries: summaries, waits: effects.NewWaits(summaries), lost: make(map[ssa.Instruction]int)}
	for _, fn := range r.summaries.Order {
		for instr := range flow.Instructions(fn) {
			switch instr := instr.(type) {
			case *ssa.Call:
				switch syncmodel.OfCall(instr.Common()) {
				case syncmodel.ContextWithCancel, syncmodel.ContextWithTimeout:
					r.cancellation(instr)
					r.cancelledEarly(instr)
				case syncmodel.GroupWithContext:
					r.beyondGroup(instr)
				case syncmodel.ContextBackground:
					r.background(instr)
				case syncmodel.None:
					if callee := r.summaries.Local(instr.Common()); makesFresh(callee) && !cleansUp(callee.Name()) {
						r.background(instr)
					}
					if r.madeBy(instr) != syncmodel.None {
						r.cancellation(instr)
						r.cancelledEarly(instr)
					}
					r.startedByHandler(instr)
				}
			case *ssa.UnOp:
				r.waitsForNothing(instr)
			case *ssa.Defer:
				r.pilesUpElsewhere(instr)
			case *ssa.Go:
				r.afterHandler(instr)
			}
		}
		r.ignored(fn)
		r.retriesOn(fn)
	}
	outcomes, _ := diagnosis.Of(pass.ResultOf[explore.Analyzer].(*explore.Result), "contextuse")
	for _, o := range outcomes {
		r.neverCancelled(diagnosis.Words{Pass: pass, Outcome: o})
	}
	return r.findings, nil
}

// A reporter works on one package.
type reporter struct {
	pass      *analysis.Pass
	summaries *effects.Result
	waits     *effects.Waits
	findings  finding.List
	lost      map[ssa.Instruction]int // calls whose cancel function is lost: index in findings
	fields    *fieldUse
}

// neverCancelled reports a goroutine that waits for a context. Where the reason is a
// cancel function that was lost, the story belongs to that report.
func (r *reporter) neverCancelled(w diagnosis.Words) {
	at := max(0, slices.IndexFunc(w.Blocked, diagnosis.WaitsForContext))
	b := w.Blocked[at]
	if i, ok := r.lost[b.Context]; ok {
		f := &r.findings[i]
		if f.Witness == nil {
			f.Witness = w.Witness
			w.Relate(f, b.Pos, w.Goroutine(b.Lane)+" waits here for ever")
		}
		return
	}
	if call, ok := b.Context.(*ssa.Call); ok && flow.Any(call.Parent(), func(instr ssa.Instruction) bool { return r.meantToLose(call, instr) }) {
		return
	}
	next := w.Blocked[(at+1)%len(w.Blocked)]
	because := "nothing cancels the context that it waits for"
	switch {
	case b.Nil:
		because = "this context can never be cancelled: its Done channel is nil"
	case len(w.Blocked) > 1:
		because = fmt.Sprintf("%s would cancel the context only after its wait at %s, which waits for this goroutine", w.Goroutine(next.Lane), w.At(next.Pos))
	}
	f := w.Finding("ctx-never-cancelled", b.Pos, fmt.Sprintf("%s: %s waits here for ever, because %s", w.Kind(), w.Goroutine(b.Lane), because))
	if b.Context != nil {
		w.Relate(&f, b.Context.Pos(), "the context is made here")
	}
	w.Relate(&f, b.Spawn, "the goroutine that never ends is started here")
	if diagnosis.InTest(r.pass, w.Root.Calls[0].Fn.Pos()) && !diagnosis.InTest(r.pass, b.Pos) && keptCancel(b.Context) {
		// Who has the object can end it. That a test does not is no mistake of the place
		// that waits, and none at all where the object lives as long as the program.
		f.Confidence = rules.Hint
	}
	r.findings = append(r.findings, f)
}

// keptCancel reports whether the cancel function of a context is kept in an object, for a method to call.
func keptCancel(ctx ssa.Instruction) bool {
	call, ok := ctx.(*ssa.Call)
	if !ok {
		return false
	}
	cancel := result(call, 1)
	return cancel != nil && isKept(cancel)
}

// isKept reports whether a function is stored in a field, perhaps as a plain func().
func isKept(fn ssa.Value) bool {
	return slices.ContainsFunc(flow.Referrers(fn), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.Store:
			_, inField := ref.Addr.(*ssa.FieldAddr)
			return inField && ref.Val == fn
		case *ssa.ChangeType:
			return isKept(ref)
		}
		return false
	})
}

// result returns one of the results of a call, or nil if nothing takes it.
func result(call *ssa.Call, index int) ssa.Value {
	for _, ref := range flow.Referrers(call) {
		if e, ok := ref.(*ssa.Extract); ok && e.Index == index {
			return e
		}
	}
	return nil
}
