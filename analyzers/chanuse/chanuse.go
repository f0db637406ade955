package chanuse

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"
	"golang.org/x/tools/go/analysis/passes/sigchanyzer"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/explore"
	"interleave/analyzers/rules"
)

//go:embed doc.go
var doc string

// Analyzer reports the misuse of channels. Its result is a []finding.Finding.
var Analyzer = finding.NewAnalyzer("chanuse", doc, run, append([]*analysis.Analyzer{buildssa.Analyzer, effects.Analyzer, explore.Analyzer}, sigchanyzer.Analyzer.Requires...)...)

func run(pass *analysis.Pass) ([]finding.Finding, error) {
	var findings []finding.Finding
	outcomes, names := diagnosis.Of(pass.ResultOf[explore.Analyzer].(*explore.Result), "chanuse")
	for i, o := range outcomes {
		w := diagnosis.Words{Pass: pass, Outcome: o}
		switch {
		case o.Kind == explore.Crash:
			findings = append(findings, crash(w, names[i]))
		case len(o.Blocked) > 1:
			findings = append(findings, circle(w, names[i]))
		default:
			findings = append(findings, stuck(w, names[i]))
		}
	}
	signals, err := signals(pass)
	if err != nil {
		return nil, err
	}
	in := pass.ResultOf[buildssa.Analyzer].(*buildssa.SSA)
	summaries := pass.ResultOf[effects.Analyzer].(*effects.Result)
	t := newTraffic(in)
	findings = slices.Concat(findings, t.closedByReceiver(pass, summaries, findings))
	forms := slices.Concat(byForm(pass, t), stoppedTickers(pass))
	return slices.Concat(findings, forms, endless(pass, summaries, slices.Concat(findings, forms)), t.selfFeeding(pass, findings), oneSided(pass, in.SrcFuncs, findings), endedBySelect(pass, summaries, findings), t.givenUp(pass, findings), t.owedAnswers(pass, in.SrcFuncs), leftOpen(pass, t, in.SrcFuncs, findings), pipesLeft(pass), flagged(pass, summaries), snapshots(pass, summaries, findings), t.wakeUps(pass, summaries), t.undrained(pass, in.SrcFuncs, findings), t.deafSends(pass, in.SrcFuncs, findings), signals), nil
}

// stuck reports a goroutine that waits for ever with nobody left to help it.
func stuck(w diagnosis.Words, rule rules.Name) finding.Finding {
	b := w.Blocked[0]
	if rule == "empty-select" {
		what := "this select has no case"
		if _, ok := b.Instr.(*ssa.Select); !ok {
			what = "nobody can send on this channel"
		}
		return w.Finding(rule, b.Pos, "deadlock: "+what+" and no other goroutine is left: the runtime ends the program")
	}
	f := w.Finding(rule, b.Pos, fmt.Sprintf("%s: %s waits for ever%s", w.Kind(), operation(b), because(w, rule, b)))
	if b.Channel.IsValid() {
		size := "unbuffered: every send waits for a receiver"
		if b.Capacity > 0 {
			size = fmt.Sprintf("room for %d: a send waits while it is full", b.Capacity)
		}
		w.Relate(&f, b.Channel, "the channel is made here, "+size)
	}
	w.Relate(&f, b.Spawn, "the goroutine that never ends is started here")
	if rule == "abandoned-send" && b.Capacity == 0 {
		f.Fixes = roomForOne(w.Pass, b.Channel, b.Pos)
	}
	return f
}

// operation names what a goroutine does with a channel.
func operation(b explore.Blocked) string {
	if _, ok := b.Instr.(*ssa.Select); ok {
		return "this select"
	}
	verb, preposition := "receive", "from"
	switch {
	case b.For == explore.WaitSend:
		verb, preposition = "send", "to"
	case b.Range:
		verb, preposition = "range", "over"
	}
	if b.ChannelName == "" {
		return "this " + verb
	}
	return fmt.Sprintf("the %s %s %s", verb, preposition, b.ChannelName)
}

// because says why nobody helps, to follow "waits for ever".
func because(w diagnosis.Words, rule rules.Name, b explore.Blocked) string {
	channel := diagnosis.Channel(b.ChannelName)
	who := w.Goroutine(b.Lane)
	switch rule {
	case "nil-channel":
		return fmt.Sprintf(": %s is nil, no make has given it a channel", channel)
	case "self-send":
		return fmt.Sprintf(", because %s itself would be the one to receive", who)
	case "send-without-receiver":
		if b.ReceivedItself {
			return ", because no other goroutine receives"
		}
		return ", because no goroutine gets to receive"
	case "abandoned-generator":
		return fmt.Sprintf(" when its consumer has stopped early; %s has no way to learn that", who)
	case "abandoned-send":
		return fmt.Sprintf(" when its receiver has left first; %s never ends", who)
	case "receive-without-sender":
		return ", because no goroutine gets to send or close"
	case "range-never-closed":
		return fmt.Sprintf(", because nobody closes %s any more", channel)
	case "abandoned-receive":
		return fmt.Sprintf(" when its sender has left first; %s never ends", who)
	}
	return ""
}

// circle reports goroutines that wait for each other.
func circle(w diagnosis.Words, rule rules.Name) finding.Finding {
	at := 0
	for i, b := range w.Blocked {
		first := w.Blocked[at]
		isWait, wasWait := b.For == explore.WaitGroup, first.For == explore.WaitGroup
		if isWait && !wasWait || isWait == wasWait && w.Before(b.Pos, first.Pos) {
			at = i
		}
	}
	here, there := w.Blocked[at], w.Blocked[(at+1)%len(w.Blocked)]
	var message string
	if rule == "wait-before-drain" {
		message = fmt.Sprintf("deadlock: %s waits here for goroutines that are not done: %s (%s) waits for %s, and %s would help only after this wait",
			w.Goroutine(here.Lane), w.Goroutine(there.Lane), w.At(there.Pos), there.What(), w.Goroutine(here.Lane))
	} else {
		message = fmt.Sprintf("deadlock: %s waits for %s, while %s (%s) waits for %s; in this circle nobody can go first",
			w.Goroutine(here.Lane), here.What(), w.Goroutine(there.Lane), w.At(there.Pos), there.What())
	}
	f := w.Finding(rule, here.Pos, message)
	for i := 1; i < len(w.Blocked); i++ {
		b := w.Blocked[(at+i)%len(w.Blocked)]
		w.Relate(&f, b.Pos, fmt.Sprintf("%s waits for %s", w.Goroutine(b.Lane), b.What()))
	}
	if rule == "wait-before-drain" {
		f.Fixes = closeBeside(w.Pass, f.Pos)
	}
	return f
}

// crash reports an operation on a channel that panics.
func crash(w diagnosis.Words, rule rules.Name) finding.Finding {
	c := w.Crash
	channel := diagnosis.Channel(c.Name)
	switch rule {
	case "close-while-sending":
		if strings.Contains(c.Name, "…") {
			channel = "the channel" // the sender's word for one of many says nothing to who closes it
		}
		f := w.Finding(rule, c.Closed, fmt.Sprintf("panic: %s closes %s while %s still sends to it at %s: the send panics",
			w.Goroutine(c.ClosedLane), channel, w.Goroutine(c.Lane), w.At(c.Pos)))
		w.Relate(&f, c.Pos, "this send panics once the channel is closed")
		return f
	case "send-on-closed":
		f := w.Finding(rule, c.Pos, fmt.Sprintf("panic: this send to %s comes after it was closed%s", channel, at(w)))
		w.Relate(&f, c.Closed, "the channel is closed here")
		return f
	case "double-close":
		f := w.Finding(rule, c.Pos, fmt.Sprintf("panic: %s closes %s, which was closed already%s", w.Goroutine(c.Lane), channel, at(w)))
		w.Relate(&f, c.Closed, "the channel is closed here first, by "+w.Goroutine(c.ClosedLane))
		return f
	}
	return w.Finding(rule, c.Pos, fmt.Sprintf("panic: %s is nil here, and a nil channel cannot be closed", channel))
}

// at says where the channel was closed before, unless that is the same line.
func at(w diagnosis.Words) string {
	if !w.Crash.Closed.IsValid() || w.Crash.Closed == w.Crash.Pos {
		return ""
	}
	return " at " + w.At(w.Crash.Closed)
}
