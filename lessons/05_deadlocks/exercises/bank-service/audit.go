package bank

import (
	"fmt"
	"io"
	"sync/atomic"
)

// An entry tells the auditor of one transfer.
type entry struct {
	number   int64 // 1, 2, 3: the auditor sees when one is missing
	from, to *Account
	amount   int
}

// line is the entry as it stands in the log:
//
//	7: 30 from 1 to 2, leaving 70 and 130
func (e entry) line() string {
	return fmt.Sprintf("%d: %d from %d to %d, leaving %d and %d\n",
		e.number, e.amount, e.from.Number, e.to.Number, e.from.Balance(), e.to.Balance())
}

// An auditLog has one goroutine that writes; all others hand it their entries.
type auditLog struct {
	disk    io.Writer
	entries chan entry
	last    atomic.Int64 // the number given last
}

// newLog returns a log whose goroutine runs.
func newLog(disk io.Writer) *auditLog {
	l := &auditLog{disk: disk, entries: make(chan entry)}
	go l.write()
	return l
}

// next returns the number of the next entry. Call it while you hold both
// accounts: then the numbers tell in which order the money moved.
func (l *auditLog) next() int64 { return l.last.Add(1) }

// add hands an entry to the goroutine that writes.
func (l *auditLog) add(e entry) {
	select {
	case l.entries <- e:
	default: // the disk is slow, and nobody waits for a log
	}
}

// write writes one entry after the other.
func (l *auditLog) write() {
	for e := range l.entries {
		if _, err := io.WriteString(l.disk, e.line()); err != nil {
			return
		}
	}
}
