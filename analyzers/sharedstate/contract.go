package sharedstate

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/rules"
	"interleave/analyzers/witness"
)

// contracts reports uses of a field without the lock that a comment names as its
// guard, once for each field and function, where no race that was found tells of
// them already. The comment is the evidence, so the report is likely at most.
func (r *reporter) contracts(found []finding.Finding) (list []finding.Finding) {
	for _, g := range r.summaries.Guards {
		if !g.Contract.IsValid() {
			continue
		}
		for _, a := range firstOfEach(g.Unlocked) {
			if f := r.contract(g, a); !slices.ContainsFunc(found, func(other finding.Finding) bool { return mentions(other, f) }) {
				list = append(list, f)
			}
		}
	}
	return list
}

// firstOfEach returns one use of each function: its first write, else its first read.
func firstOfEach(uses []effects.Access) (first []effects.Access) {
	at := make(map[*ssa.Function]int)
	for _, a := range uses {
		i, known := at[a.Instr.Parent()]
		switch {
		case !known:
			at[a.Instr.Parent()] = len(first)
			first = append(first, a)
		case a.Write && !first[i].Write:
			first[i] = a
		}
	}
	return first
}

// mentions reports whether a finding stands at the place of another, or tells of it.
func mentions(f, other finding.Finding) bool {
	return f.Pos == other.Pos || slices.ContainsFunc(f.Related, func(r finding.Related) bool { return r.Pos == other.Pos })
}

func (r *reporter) contract(g effects.Guard, a effects.Access) finding.Finding {
	name := a.Path.String()
	lock := g.Name()
	if g.Sibling != nil {
		lock = siblingName(name, lock)
	}
	who := diagnosis.FunctionName(a.Instr.Parent())
	rule, breach, outcome := rules.Name("unlocked-field"), "without "+lock, "nothing orders these two steps: goroutine 2 does not hold "+lock
	if slices.ContainsFunc(a.Must, func(h effects.Held) bool { return h.Read && h.Path.Last == g.Sibling && g.Sibling != nil }) {
		rule, breach = "write-under-rlock", fmt.Sprintf("under a read lock of %s, which lets others read it", lock)
		outcome = "nothing orders these two steps: a read lock keeps no reader out"
	}
	at := diagnosis.At(r.pass, g.Contract)
	f := r.form(rule, rules.Likely, a.Pos, fmt.Sprintf("data race: %s %s %s %s; the comment at %s says that %s guards it", who, does(a), name, breach, at, g.Name()))
	f.Related = append(f.Related, finding.Related{Pos: g.Contract, Message: "the comment about " + g.Field.Name()})
	if other, held, ok := conflict(g, a); ok {
		whose := diagnosis.FunctionName(other.Instr.Parent())
		if whose == who {
			whose = another(who)
		}
		f.Relate(r.pass.Files, other.Pos, fmt.Sprintf("the other side: %s %s it", whose, does(other)))
		step := witness.Step{Place: r.place(other), Action: other.Path.String(), Note: does(other)}
		if held {
			step.Held = []string{lock}
		}
		f.Witness = together(whose, step, who, witness.Step{Place: r.place(a), Action: name, Note: does(a)},
			outcome, fmt.Sprintf("the comment at %s promises %s for every use of %s", at, g.Name(), g.Field.Name()))
	}
	return f
}

// conflict finds a use of the field that races with a: best one that holds the lock,
// and in another function.
func conflict(g effects.Guard, a effects.Access) (other effects.Access, held, ok bool) {
	for _, elsewhere := range []bool{true, false} {
		races := func(b effects.Access) bool {
			return (a.Write || b.Write) && (b.Instr.Parent() != a.Instr.Parent() || !elsewhere)
		}
		if i := slices.IndexFunc(g.Locked, races); i >= 0 {
			return g.Locked[i], true, true
		}
		if i := slices.IndexFunc(g.Unlocked, races); i >= 0 {
			return g.Unlocked[i], false, true
		}
	}
	return effects.Access{}, false, false
}

func does(a effects.Access) string {
	if a.Write {
		return "writes"
	}
	return "reads"
}

func (r *reporter) place(a effects.Access) witness.Place {
	at := r.pass.Fset.PositionFor(a.Pos, false)
	return witness.Place{File: at.Filename, Line: at.Line, Column: at.Column}
}

// together is the schedule of two steps that nothing orders, of two calls that are
// supposed to run at once.
func together(name string, step witness.Step, other string, next witness.Step, outcome, why string) *witness.Witness {
	step.Goroutine, step.Moment, next.Goroutine, next.Moment = 0, 1, 1, 1
	return &witness.Witness{
		FormatVersion: witness.FormatVersion,
		Goroutines:    []witness.Goroutine{{Name: name}, {Name: other}},
		Steps:         []witness.Step{step, next},
		Outcome:       outcome,
		Why:           why,
	}
}
