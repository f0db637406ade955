package bank

import (
	"fmt"
	"io"
	"sync/atomic"
)

// An entry tells the auditor of one transfer. It holds all that the log needs to
// know, so that the log needs no account.
type entry struct {
	number           int64 // 1, 2, 3: the auditor sees when one is missing
	from, to         int   // the accounts' numbers
	amount           int
	fromLeft, toLeft int // the balances afterwards
}

// line is the entry as it stands in the log:
//
//	7: 30 from 1 to 2, leaving 70 and 130
func (e entry) line() string {
	return fmt.Sprintf("%d: %d from %d to %d, leaving %d and %d\n",
		e.number, e.amount, e.from, e.to, e.fromLeft, e.toLeft)
}

// An auditLog has one goroutine that writes; all others hand it their entries.
type auditLog struct {
	disk    io.Writer
	entries chan entry
	last    atomic.Int64 // the number given last

	done chan struct{} // closed when everything is written
	err  error         // what the disk said last; read it after done
}

// newLog returns a log whose goroutine runs until entries is closed.
func newLog(disk io.Writer) *auditLog {
	l := &auditLog{disk: disk, entries: make(chan entry), done: make(chan struct{})}
	go l.write()
	return l
}

// next returns the number of the next entry. Call it while you hold both
// accounts: then the numbers tell in which order the money moved.
func (l *auditLog) next() int64 { return l.last.Add(1) }

// add hands an entry to the goroutine that writes, and waits while that one is
// busy. Hold no lock meanwhile.
func (l *auditLog) add(e entry) { l.entries <- e }

// end waits until everything is written and returns the disk's error if it is
// not. Call it once, when nobody adds any more.
func (l *auditLog) end() error {
	close(l.entries)
	<-l.done
	return l.err
}

// write writes one entry after the other. What the disk refuses stays in hand,
// and is tried again with the next entry and at the end.
func (l *auditLog) write() {
	defer close(l.done)
	var inHand []byte
	flush := func() {
		n, err := l.disk.Write(inHand)
		inHand, l.err = inHand[n:], err
	}
	for e := range l.entries {
		inHand = append(inHand, e.line()...)
		flush()
	}
	if len(inHand) > 0 {
		flush()
	}
}
