package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
)

// draw lists what is to be judged: every certain report and n of the likely
// ones. Each likely report has its lot, a hash of the seed and its key, and the
// n lowest lots are drawn. That is as fair as shuffling, and a report that comes
// or goes changes at most one place of the draw, so that verdicts stay of use.
func draw(reports []*report, n int, seed uint64) {
	type ticket struct {
		lot    [sha256.Size]byte
		report *report
	}
	var tickets []ticket
	again := make(map[key]int) // reports that only their lines tell apart
	for _, r := range reports {
		if r.Confidence == certain {
			r.Listed = true
			continue
		}
		k := r.key()
		tickets = append(tickets, ticket{sha256.Sum256(fmt.Appendf(nil, "%d %d %q", seed, again[k], k)), r})
		again[k]++
	}
	slices.SortFunc(tickets, func(a, b ticket) int { return bytes.Compare(a.lot[:], b.lot[:]) })
	for _, t := range tickets[:min(n, len(tickets))] {
		t.report.Listed = true
	}
}
