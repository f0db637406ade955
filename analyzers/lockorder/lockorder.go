package lockorder

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/explore"
	"interleave/analyzers/rules"
)

//go:embed doc.go
var doc string

// Analyzer reports lock-order-instances. Its result is a []finding.Finding.
var Analyzer = &analysis.Analyzer{
	Name:       "lockorder",
	Doc:        finding.Doc(doc, "lockorder"),
	Requires:   []*analysis.Analyzer{explore.Analyzer},
	Run:        run,
	ResultType: finding.ResultType,
	Flags:      finding.Flags("lockorder"),
}

func run(pass *analysis.Pass) (any, error) {
	var findings []finding.Finding
	for _, o := range pass.ResultOf[explore.Analyzer].(*explore.Result).Outcomes {
		if o.Kind == explore.Stuck && isCircleOfInstances(o) {
			findings = append(findings, report(pass, o))
		}
	}
	findings = finding.Sort(findings)
	finding.Report(pass, findings)
	return findings, nil
}

// isCircleOfInstances reports whether goroutines wait in a circle for locks that
// are instances of one declaration.
func isCircleOfInstances(o *explore.Outcome) bool {
	if len(o.Blocked) < 2 {
		return false
	}
	first := o.Blocked[0].Lock
	return !slices.ContainsFunc(o.Blocked, func(b explore.Blocked) bool {
		return b.Lock == nil || !b.Lock.SameClass(*first)
	})
}

func report(pass *analysis.Pass, o *explore.Outcome) finding.Finding {
	// The circle is one bug however it is entered: it is told from its first line.
	here := slices.MinFunc(o.Blocked, func(a, b explore.Blocked) int {
		if a.Pos != b.Pos {
			return int(a.Pos - b.Pos)
		}
		return a.Lane - b.Lane
	})
	at := slices.IndexFunc(o.Blocked, func(b explore.Blocked) bool { return b.Lane == here.Lane })
	there := o.Blocked[(at+1)%len(o.Blocked)]
	// there holds the lock that here waits for; whoever waits for here's lock is
	// the one before it in the circle.
	mine := o.Blocked[(at+len(o.Blocked)-1)%len(o.Blocked)].Lock.Name

	first, second := mine, here.Lock.Name
	if first == second {
		first, second = "one "+first, "another" // the code has one word for both
	}

	f := finding.Finding{Rule: "lock-order-instances", Confidence: rules.Certain, Witness: o.Witness}
	prefix := ""
	if o.Guessed {
		f.Confidence, prefix = rules.Likely, "likely "
	}
	f.Pos, f.End = finding.Span(pass.Files, here.Pos)
	name := here.Fn.Name()
	other := o.Witness.Goroutines[there.Lane]
	where := ""
	if other.Place.IsValid() && !strings.HasPrefix(other.Name, "func at ") {
		where = fmt.Sprintf(" at %s:%d", filepath.Base(other.Place.File), other.Place.Line)
	}
	if len(o.Blocked) == 2 {
		f.Message = fmt.Sprintf("%sdeadlock: %s locks %s, then %s; %s%s locks them the other way round, and both wait for ever",
			prefix, name, first, second, other.Name, where)
	} else {
		f.Message = fmt.Sprintf("%sdeadlock: %s holds %s and waits for %s; %d goroutines wait for each other in a circle, for ever",
			prefix, name, first, second, len(o.Blocked))
	}
	for i := 1; i < len(o.Blocked); i++ {
		b := o.Blocked[(at+i)%len(o.Blocked)]
		start, end := finding.Span(pass.Files, b.Pos)
		f.Related = append(f.Related, finding.Related{Pos: start, End: end,
			Message: fmt.Sprintf("goroutine %d waits for %s", b.Lane+1, b.Lock.Name)})
	}
	return f
}
