package sharedstate

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/rules"
)

// An escape is a return at which a function hands out, as it is, what a field holds that a lock guards.
type escape struct {
	at    token.Pos
	fn    *ssa.Function
	field *types.Var
}

// withEscapes puts the races that were found together with what the code shows by its form. A race
// about what a function has handed out is told where it does so, with the schedule that shows it.
func (r *reporter) withEscapes(races, forms []finding.Finding) []finding.Finding {
	for _, e := range r.escapes {
		i := slices.IndexFunc(forms, func(f finding.Finding) bool { return f.Rule == "guarded-escape" && f.Pos == e.at })
		j := slices.IndexFunc(races, func(f finding.Finding) bool { return r.shows(f, e) })
		if i < 0 || j < 0 {
			continue
		}
		f, race := &forms[i], races[j]
		if f.Confidence = race.Confidence; f.Confidence == rules.Certain {
			f.Message = strings.TrimPrefix(f.Message, "likely ")
		}
		f.Witness = race.Witness
		f.Related = append(f.Related, finding.Related{Pos: race.Pos, End: race.End, Message: "it is used here, without the lock"})
		races = slices.DeleteFunc(races, func(f finding.Finding) bool { return r.shows(f, e) })
	}
	return slices.Concat(races, forms)
}

// shows reports whether a race is one of a function that uses without the lock what another one has
// handed out: it calls that one, and does not use the field itself.
func (r *reporter) shows(f finding.Finding, e escape) bool {
	c := r.cases[f.Pos]
	if c == nil || f.Witness == nil || !c.locked || len(c.here.Held) > 0 || c.field != nil && c.field != e.field {
		return false
	}
	user := c.here.Instr.Parent()
	summary := r.summaries.Functions[user]
	return summary != nil && user != e.fn && !slices.ContainsFunc(summary.Accesses, func(a effects.Access) bool { return a.Path.Last == e.field && !madeHere(a, user) }) &&
		slices.ContainsFunc(calls(user), func(call *ssa.Call) bool { return r.summaries.Local(call.Common()) == e.fn })
}
