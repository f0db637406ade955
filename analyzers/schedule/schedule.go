// Package schedule steps through the interleaving of a witness: for each moment
// it says where every goroutine stands, what it holds and what it waits for.
//
// It replays what a search has found. It searches nothing itself, and it knows
// neither SSA nor any editor.
package schedule

import (
	"fmt"
	"strings"

	"interleave/analyzers/witness"
)

// A Standing is the situation of one goroutine at a moment.
type Standing struct {
	Started bool          // it has done a step
	Place   witness.Place // its last step
	Action  string        // what it did, or tries to do
	Held    []string      // locks that it holds
	Waits   bool          // its last step does not complete
	For     string        // what it waits for, in words, where that is known
	// Channels are the contents of the buffered channels that its last step touched.
	Channels []string
}

// A Moment is one line of the interleaving and what is true after it.
type Moment struct {
	Number     int        // from 1
	Moved      []int      // goroutines that did a step, by index in Witness.Goroutines
	Goroutines []Standing // by index in Witness.Goroutines
}

// Moments returns the moments of a witness in order. They share nothing with it
// that the caller could change.
func Moments(w *witness.Witness) []Moment {
	var moments []Moment
	now := make([]Standing, len(w.Goroutines))
	for i, s := range w.Steps {
		if i == 0 || s.Moment != w.Steps[i-1].Moment {
			moments = append(moments, Moment{Number: len(moments) + 1})
		}
		now[s.Goroutine] = Standing{
			Started: true, Place: s.Place, Action: s.Action,
			Held: append([]string(nil), s.Held...), Waits: s.Blocked != "" || s.Note == "waits", For: s.Blocked,
			Channels: append([]string(nil), s.Channels...),
		}
		m := &moments[len(moments)-1]
		m.Moved = append(m.Moved, s.Goroutine)
		m.Goroutines = append([]Standing(nil), now...)
	}
	return moments
}

// String tells the moment in words, one goroutine after the other: "goroutine 1
// holds a.mu; goroutine 2 holds b.mu and waits at a.mu.Lock()". What is in the buffered
// channels that were touched stands behind: "results: 1 of 2".
func (m Moment) String() string {
	var parts []string
	for i, g := range m.Goroutines {
		if !g.Started {
			continue
		}
		var says []string
		if len(g.Held) > 0 {
			says = append(says, "holds "+strings.Join(g.Held, " and "))
		}
		if g.Waits {
			text := "waits at " + g.Action
			if !strings.Contains(g.Action, g.For) {
				text += " for " + g.For
			}
			says = append(says, text)
		}
		if len(says) == 0 {
			says = append(says, "holds no lock")
		}
		parts = append(parts, fmt.Sprintf("goroutine %d %s", i+1, strings.Join(says, " and ")))
	}
	for _, i := range m.Moved {
		parts = append(parts, m.Goroutines[i].Channels...)
	}
	return strings.Join(parts, "; ")
}
