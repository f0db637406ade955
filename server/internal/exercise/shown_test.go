package exercise

import (
	"slices"
	"testing"

	"interleave/analyzers/rules"
	"interleave/server/internal/session"
)

// told is a report at a line, whose story has other lines.
func told(id, rule, function string, confidence rules.Confidence, lines ...int) session.Report {
	at := func(line int) session.Span {
		return session.Span{File: "a.go", Start: session.Position{Offset: 100 * line}, End: session.Position{Offset: 100*line + 10}}
	}
	r := session.Report{ID: id, Package: "p", Function: function, Rule: rules.Must(rules.Name(rule)), Confidence: confidence, Span: at(lines[0])}
	for _, line := range lines[1:] {
		r.Related = append(r.Related, session.Related{Span: at(line)})
	}
	return r
}

func TestALearnerIsShownTheMostBasicReportsOfAFunction(t *testing.T) {
	const hint, likely, certain = rules.Hint, rules.Likely, rules.Certain
	for _, c := range []struct {
		name    string
		reports []session.Report
		drilled string
		want    []string
	}{
		{name: "nothing"},
		{
			name: "three a function, by lesson, in their own order",
			reports: []session.Report{
				told("deadlock", "relock", "f", certain, 1),
				told("race", "captured-variable", "f", certain, 2),
				told("count", "missing-done", "f", certain, 3),
				told("leak", "abandoned-send", "f", certain, 4),
				told("elsewhere", "relock", "g", certain, 5),
			},
			want: []string{"race", "count", "leak", "elsewhere"},
		},
		{
			name: "what is drilled comes before more basic things",
			reports: []session.Report{
				told("deadlock", "relock", "f", certain, 1),
				told("race", "captured-variable", "f", certain, 2),
				told("count", "missing-done", "f", certain, 3),
				told("leak", "abandoned-send", "f", certain, 4),
			},
			drilled: "relock",
			want:    []string{"deadlock", "count", "leak"},
		},
		{
			name: "one for one cause, in whatever functions",
			reports: []session.Report{
				told("read", "captured-variable", "f", certain, 1, 9),
				told("other read", "captured-variable", "g", certain, 2, 9),
				told("the write itself", "captured-variable", "h", certain, 9, 1),
				told("other cause", "captured-variable", "h", certain, 8, 7),
			},
			want: []string{"read", "other cause"},
		},
		{
			name: "the surer of two as basic, teaching notes last",
			reports: []session.Report{
				told("note", "sleep-as-sync", "f", hint, 1, 9),
				told("likely", "unlocked-field", "f", likely, 2, 9),
				told("certain", "captured-variable", "f", certain, 3, 9),
				told("deadlock", "relock", "f", certain, 1),
			},
			want: []string{"certain", "deadlock"},
		},
		{
			name: "outside of functions there is no limit",
			reports: []session.Report{
				told("1", "relock", "", certain, 1), told("2", "relock", "", certain, 2),
				told("3", "relock", "", certain, 3), told("4", "relock", "", certain, 4),
			},
			want: []string{"1", "2", "3", "4"},
		},
	} {
		before := slices.Clone(c.reports)
		var got []string
		for _, r := range Shown(c.reports, map[string]bool{c.drilled: true}) {
			got = append(got, r.ID)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		for i, r := range c.reports {
			if r.ID != before[i].ID {
				t.Errorf("%s: the reports that were given are changed", c.name)
			}
		}
	}
}
