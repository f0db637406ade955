package sharedstate

import (
	_ "embed"
	"fmt"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/explore"
	"interleave/analyzers/rules"
)

//go:embed doc.go
var doc string

// Analyzer reports shared state that is used without ordering. Its result is a []finding.Finding.
var Analyzer = finding.NewAnalyzer("sharedstate", doc, run, effects.Analyzer, explore.Analyzer, inspect.Analyzer)

func run(pass *analysis.Pass) ([]finding.Finding, error) {
	r := &reporter{pass, pass.ResultOf[effects.Analyzer].(*effects.Result), pass.ResultOf[explore.Analyzer].(*explore.Result)}
	var findings []finding.Finding
	breaches := make(map[breach]int)
	for _, o := range r.explored.Outcomes {
		if o.Kind != explore.Race {
			continue
		}
		f, here, ok := r.report(o)
		if !ok {
			continue
		}
		at, told := breaches[here]
		switch {
		case here.lock == nil:
			findings = append(findings, f)
		case !told:
			breaches[here] = len(findings)
			findings = append(findings, f)
		default:
			findings[at] = bothOf(findings[at], f)
		}
	}
	vetted, err := vetted(pass)
	if err != nil {
		return nil, err
	}
	// The capture of a loop's variable tells the cause of its race.
	findings = slices.DeleteFunc(findings, func(f finding.Finding) bool {
		return f.Rule == "captured-variable" && slices.ContainsFunc(vetted, func(v finding.Finding) bool {
			return v.Rule == "loop-variable" && (v.Pos == f.Pos || slices.ContainsFunc(f.Related, func(r finding.Related) bool { return r.Pos == v.Pos }))
		})
	})
	findings = slices.Concat(findings, vetted, r.imported(), r.byForm(findings), r.contracts(findings))
	if r.explored.Failure != "" {
		finding.ReportDefect(pass, r.explored.Failure)
	}
	return findings, nil
}

type reporter struct {
	pass      *analysis.Pass
	summaries *effects.Result
	explored  *explore.Result
}

// A breach is a function that uses the fields of an object without their lock. To take it once
// mends all of them, so the first use is told.
type breach struct {
	fn   *ssa.Function
	lock *types.Var // nil for what has to be told by itself
}

// bothOf tells of two uses in one function, at the first of them.
func bothOf(f, other finding.Finding) finding.Finding {
	if other.Pos < f.Pos {
		f, other = other, f
	}
	if other.Pos > f.Pos && !mentions(f, other) {
		f.Related = append(f.Related, finding.Related{Pos: other.Pos, Message: "here it goes without the lock, too"})
	}
	return f
}

// runsOnce reports whether the package gives a function to sync.Once.
func (r *reporter) runsOnce(fn *ssa.Function) bool {
	f := r.summaries.Functions[fn]
	return f != nil && f.Once
}

// report words one race, or declines when the evidence does not carry a report.
func (r *reporter) report(o *explore.Outcome) (f finding.Finding, where breach, ok bool) {
	if slices.ContainsFunc(o.Accesses[:], func(a explore.Access) bool { return isFresh(a.Instr) }) {
		return finding.Finding{}, breach{}, false
	}
	c := r.newCase(o)
	rule := c.rule()
	if rule == "" {
		return finding.Finding{}, breach{}, false
	}
	if rule == "unlocked-field" && c.here.Write && o.Root.Kind == explore.Driver && r.runsOnce(c.here.Instr.Parent()) {
		return finding.Finding{}, breach{}, false
	}
	if rule == "unlocked-field" && o.Root.Kind == explore.Driver && len(c.here.Held) == 0 && len(c.there.Held) > 0 {
		where = breach{c.here.Instr.Parent(), c.there.Held[0].Field}
	}
	if (rule == "stop-flag" || rule == "read-before-wait") && c.here.Write {
		c.here, c.there = c.there, c.here // the read is the place to change
	}
	f = r.finding(o, rule, c.here, c.there, c.message(rule))
	if rule == "write-under-rlock" && c.here.Write {
		f.Fixes = lockForWriting(r.pass, f.Pos)
	}
	return f, where, true
}

// guardOf returns the guard that the package's use of a field suggests, or nil.
func (r *reporter) guardOf(field *types.Var) *effects.Guard {
	var best *effects.Guard
	for i, g := range r.summaries.Guards {
		if g.Field == field.Origin() && (best == nil || len(g.Locked) > len(best.Locked)) {
			best = &r.summaries.Guards[i]
		}
	}
	return best
}

func (r *reporter) finding(o *explore.Outcome, rule rules.Name, here, there explore.Access, message string) finding.Finding {
	w := diagnosis.Words{Pass: r.pass, Outcome: o}
	f := w.Finding(rule, here.Pos, "data race: "+message)
	note := verb(there) + " " + shortName(there, here.Name)
	if len(there.Held) > 0 {
		note += " holding " + there.Held[0].Name
	}
	w.Relate(&f, there.Pos, "the other side: "+r.who(o, there)+" "+note)
	return f
}

// sides puts the access to fix first: the one without the lock that the other
// has, or that is the field's guard; else the write.
func sides(o *explore.Outcome, guard *effects.Guard) (here, there explore.Access) {
	a, b := o.Accesses[0], o.Accesses[1]
	guarded := func(x explore.Access) bool {
		if guard == nil {
			return len(x.Held) > 0
		}
		return slices.ContainsFunc(x.Held, func(l explore.Lock) bool {
			return (guard.Sibling == nil || l.Field == guard.Sibling) && !(l.Read && x.Write)
		})
	}
	switch {
	case guarded(a) != guarded(b):
		if guarded(a) {
			a, b = b, a
		}
	case a.Write != b.Write:
		if b.Write {
			a, b = b, a
		}
	case b.Pos < a.Pos:
		a, b = b, a
	}
	return a, b
}

// isCaptured reports whether a function literal captures the variable.
func isCaptured(a *ssa.Alloc) bool {
	for _, ref := range *a.Referrers() {
		if _, ok := ref.(*ssa.MakeClosure); ok {
			return true
		}
	}
	return false
}

// lockName names the lock that the access lacks, in the words of the code around it.
func lockName(access string, there explore.Access, guard *effects.Guard) string {
	if guard != nil && guard.Sibling != nil {
		if len(there.Held) == 0 || slices.ContainsFunc(there.Held, func(l explore.Lock) bool { return l.Field == guard.Sibling }) {
			return siblingName(access, guard.Sibling.Name())
		}
	}
	if len(there.Held) > 0 {
		return there.Held[0].Name
	}
	return ""
}

// siblingName turns "c.n" and "mu" into "c.mu".
func siblingName(field, lock string) string {
	if i := strings.LastIndexByte(field, '.'); i >= 0 {
		return field[:i+1] + lock
	}
	return lock
}

func shortName(a explore.Access, otherwise string) string {
	if a.Name != "" {
		return a.Name
	}
	return otherwise
}

func verb(a explore.Access) string {
	if a.Write {
		return "writes"
	}
	return "reads"
}

// another names a second goroutine or call of the same description.
func another(who string) string {
	if rest, ok := strings.CutPrefix(who, "the "); ok {
		return "another " + rest
	}
	return "another call of " + who
}

// who names the function of an access in the learner's words.
func (r *reporter) who(o *explore.Outcome, a explore.Access) string {
	fn := a.Instr.Parent()
	if fn.Parent() == nil {
		return diagnosis.FunctionName(fn)
	}
	g := o.Witness.Goroutines[a.Lane]
	if g.Place.IsValid() {
		return fmt.Sprintf("the goroutine of %s:%d", filepath.Base(g.Place.File), g.Place.Line)
	}
	return diagnosis.FunctionName(fn)
}
