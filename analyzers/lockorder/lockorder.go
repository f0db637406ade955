package lockorder

import (
	_ "embed"
	"fmt"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"interleave/analyzers/finding"
	"interleave/analyzers/internal/diagnosis"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/explore"
	"interleave/analyzers/internal/syncmodel"
	"interleave/analyzers/rules"
)

//go:embed doc.go
var doc string

// Analyzer reports locks that are waited for in a circle. Its result is a []finding.Finding.
var Analyzer = finding.NewAnalyzer("lockorder", doc, run, effects.Analyzer, explore.Analyzer)

func run(pass *analysis.Pass) ([]finding.Finding, error) {
	var findings []finding.Finding
	outcomes, names := diagnosis.Of(pass.ResultOf[explore.Analyzer].(*explore.Result), "lockorder")
	for i, o := range outcomes {
		w := diagnosis.Words{Pass: pass, Outcome: o}
		switch names[i] {
		case "lock-order", "lock-order-instances":
			findings = append(findings, order(w, names[i]))
		case "recursive-rlock":
			findings = append(findings, recursiveRLock(w))
		case "block-under-lock", "wait-under-lock":
			findings = append(findings, underLock(w, names[i]))
		case "once-recursion":
			findings = append(findings, onceRecursion(w))
		default:
			findings = append(findings, again(w, names[i]))
		}
	}
	summaries := pass.ResultOf[effects.Analyzer].(*effects.Result)
	return slices.Concat(findings, callbacks(pass, summaries), awaitsTaker(pass, summaries, findings)), nil
}

// order reports locks that goroutines take in different orders.
func order(w diagnosis.Words, rule rules.Name) finding.Finding {
	// The circle is one bug however it is entered: it is told from its first line, and not from one
	// of a function that others call too, and that only takes its own lock.
	at, n := 0, len(w.Blocked)
	innocent := func(i int) bool {
		waits := w.Blocked[i].Fn
		return waits != holds(w, i).By && effects.Exported(waits)
	}
	for i, b := range w.Blocked {
		first := w.Blocked[at]
		switch {
		case innocent(i) != innocent(at):
			if innocent(at) {
				at = i
			}
		case w.Before(b.Pos, first.Pos) || b.Pos == first.Pos && b.Lane < first.Lane:
			at = i
		}
	}
	here, there := w.Blocked[at], w.Blocked[(at+1)%n]
	mine := holds(w, at)
	first, second := mine.Name, here.Lock.Name
	if first == second {
		first, second = "one "+first, "another" // the code has one word for both
	}
	var message string
	switch {
	case n == 2 && mine.By != nil && mine.By != here.Fn && mine.Pos.IsValid() && here.Within(mine.By):
		message = fmt.Sprintf("deadlock: %s locks %s (%s), then %s locks %s; %s locks them the other way round, and both wait for ever",
			mine.By.Name(), first, w.At(mine.Pos), here.Fn.Name(), second, other(w, there))
	case n == 2:
		message = fmt.Sprintf("deadlock: %s locks %s, then %s; %s locks them the other way round, and both wait for ever",
			here.Fn.Name(), first, second, other(w, there))
	default:
		message = fmt.Sprintf("deadlock: %s holds %s and waits for %s; %d goroutines wait for each other in a circle, for ever", here.Fn.Name(), first, second, n)
	}
	f := w.Finding(rule, here.Pos, message)
	for i := 1; i < n; i++ {
		b := w.Blocked[(at+i)%n]
		w.Relate(&f, b.Pos, fmt.Sprintf("goroutine %d waits for %s", b.Lane+1, b.Lock.Name))
	}
	return f
}

// holds returns the lock that a goroutine of a circle has, and the one before it in the circle
// waits for.
func holds(w diagnosis.Words, i int) explore.Lock {
	n := len(w.Blocked)
	return held(w.Blocked[i], *w.Blocked[(i+n-1)%n].Lock)
}

// held returns a lock as the goroutine that holds it knows it.
func held(b explore.Blocked, lock explore.Lock) explore.Lock {
	if i := slices.IndexFunc(b.Held, func(l explore.Lock) bool { return l.SameLock(lock) }); i >= 0 {
		mine := b.Held[i] // the outcome is other analyzers' as well
		if mine.Name == "the lock" || !strings.Contains(mine.Name, ".") {
			mine.Name = lock.Name
		}
		return mine
	}
	return lock
}

// other names the goroutine on the other side with the place where it was started
// or, failing that, where it waits.
func other(w diagnosis.Words, b explore.Blocked) string {
	g := w.Witness.Goroutines[b.Lane]
	switch {
	case strings.HasPrefix(g.Name, "func at "):
		return "the goroutine of " + strings.TrimPrefix(g.Name, "func at ")
	case g.Place.IsValid():
		return w.Goroutine(b.Lane)[len("the goroutine of "):] + " (" + g.Name + ")"
	}
	return g.Name
}

// recursiveRLock reports a read lock taken again behind a waiting writer.
func recursiveRLock(w diagnosis.Words) finding.Finding {
	at := slices.IndexFunc(w.Blocked, func(b explore.Blocked) bool {
		l, ok := diagnosis.HeldAlready(b)
		return ok && l.Read
	})
	b := w.Blocked[at]
	before, _ := diagnosis.HeldAlready(b)
	writer := w.Blocked[(at+1)%len(w.Blocked)]
	f := w.Finding("recursive-rlock", b.Pos, fmt.Sprintf("deadlock: %s takes the read lock of %s, which the same goroutine holds%s; a writer that asks for it in between stops both for ever",
		b.Fn.Name(), b.Lock.Name, since(w, before.Pos)))
	w.Relate(&f, before.Pos, "the first read lock is taken here")
	w.Relate(&f, writer.Pos, "the writer waits here, and new readers behind it")
	return f
}

// again reports a goroutine that waits for a lock which it holds itself.
func again(w diagnosis.Words, rule rules.Name) finding.Finding {
	b := w.Blocked[0]
	before, _ := diagnosis.HeldAlready(b)
	why := "Go's locks cannot be taken twice"
	if rule == "lock-upgrade" {
		why = "a read lock cannot become a write lock while it is held"
	}
	f := w.Finding(rule, b.Pos, fmt.Sprintf("deadlock: %s locks %s, which the same goroutine holds%s; %s, so it waits for itself", b.Fn.Name(), b.Lock.Name, since(w, before.Pos), why))
	w.Relate(&f, before.Pos, "the lock is taken here first")
	return f
}

// since says since where a lock is held.
func since(w diagnosis.Words, pos token.Pos) string {
	if !pos.IsValid() {
		return " already"
	}
	return " since " + w.At(pos)
}

// underLock reports a goroutine that waits, under a lock, for one that needs the lock.
func underLock(w diagnosis.Words, rule rules.Name) finding.Finding {
	holder := diagnosis.Holder(w.Blocked)
	var needs explore.Blocked
	for i, b := range w.Blocked {
		if w.Blocked[(i+1)%len(w.Blocked)].Lane == holder.Lane {
			needs = b
		}
	}
	lock := held(holder, *needs.Lock)
	f := w.Finding(rule, holder.Pos, fmt.Sprintf("deadlock: %s waits for %s while it holds %s, which %s needs at %s before it can help; both wait for ever",
		holder.Fn.Name(), holder.What(), lock.Name, w.Goroutine(needs.Lane), w.At(needs.Pos)))
	w.Relate(&f, lock.Pos, "the lock is taken here")
	w.Relate(&f, needs.Pos, w.Goroutine(needs.Lane)+" waits for the lock here")
	return f
}

// onceRecursion reports a function that runs once and comes to itself again.
func onceRecursion(w diagnosis.Words) finding.Finding {
	b := w.Blocked[0]
	call, ok := b.Instr.(ssa.CallInstruction)
	if !ok || syncmodel.OfCall(call.Common()) != syncmodel.OnceDo {
		return w.Finding("once-recursion", b.Pos, "deadlock: what this function computes once calls it again and waits for itself")
	}
	f := w.Finding("once-recursion", b.Pos, "deadlock: the function of this Once calls Do of the same Once and waits for itself")
	if fn := effects.FunctionOf(call.Common().Args[1]); fn != nil {
		w.Relate(&f, fn.Pos(), "this function runs within Do, and what it calls comes back")
	}
	return f
}
