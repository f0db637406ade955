package chanuse

import (
	_ "embed"
	"fmt"
	"path/filepath"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/explore"
	"interleave/analyzers/rules"
)

//go:embed doc.go
var doc string

// Analyzer reports send-without-receiver and abandoned-send. Its result is a []finding.Finding.
var Analyzer = &analysis.Analyzer{
	Name:       "chanuse",
	Doc:        finding.Doc(doc, "chanuse"),
	Requires:   []*analysis.Analyzer{explore.Analyzer},
	Run:        run,
	ResultType: finding.ResultType,
	Flags:      finding.Flags("chanuse"),
}

func run(pass *analysis.Pass) (any, error) {
	var findings []finding.Finding
	for _, o := range pass.ResultOf[explore.Analyzer].(*explore.Result).Outcomes {
		if o.Kind == explore.Stuck && o.Blocked[0].Send {
			findings = append(findings, report(pass, o))
		}
	}
	findings = finding.Sort(findings)
	finding.Report(pass, findings)
	return findings, nil
}

func report(pass *analysis.Pass, o *explore.Outcome) finding.Finding {
	b := o.Blocked[0]
	f := finding.Finding{Rule: "send-without-receiver", Confidence: rules.Certain, Witness: o.Witness}
	kind, prefix := "deadlock", ""
	if b.Spawn.IsValid() {
		kind = "goroutine leak"
	}
	if o.Guessed {
		f.Confidence, prefix = rules.Likely, "likely "
	}
	what := "this send"
	if b.ChannelName != "" {
		what = "the send to " + b.ChannelName
	}
	if _, ok := b.Instr.(*ssa.Select); ok {
		what = "this select"
	}
	who := "the goroutine"
	if b.Spawn.IsValid() {
		p := pass.Fset.PositionFor(b.Spawn, false)
		who = fmt.Sprintf("the goroutine of %s:%d", filepath.Base(p.Filename), p.Line)
	}
	switch {
	case !b.Received:
		f.Message = fmt.Sprintf("%s%s: %s waits for ever, because no goroutine gets to receive", prefix, kind, what)
	default:
		f.Rule = "abandoned-send"
		f.Message = fmt.Sprintf("%s%s: %s waits for ever when its receiver has left first; %s never ends", prefix, kind, what, who)
	}
	f.Pos, f.End = finding.Span(pass.Files, b.Pos)
	if b.Channel.IsValid() {
		start, end := finding.Span(pass.Files, b.Channel)
		size := "unbuffered: every send waits for a receiver"
		if b.Capacity > 0 {
			size = fmt.Sprintf("room for %d: a send waits while it is full", b.Capacity)
		}
		f.Related = append(f.Related, finding.Related{Pos: start, End: end, Message: "the channel is made here, " + size})
	}
	if b.Spawn.IsValid() {
		start, end := finding.Span(pass.Files, b.Spawn)
		f.Related = append(f.Related, finding.Related{Pos: start, End: end, Message: "the goroutine that never ends is started here"})
	}
	return f
}
