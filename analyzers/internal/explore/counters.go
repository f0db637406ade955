package explore

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"time"
)

// writeCounters writes one line for a package, whose searches took so long, and
// one for each search that found something or gave up. The benchmark of costs
// reads the first line's end.
func (r *Result) writeCounters(w io.Writer, pkg string, took time.Duration) {
	var states, instructions, found, refuted, gaveUp int
	for _, s := range r.Searches {
		states += s.States
		instructions += s.Instructions
		found += s.Found
		refuted += s.Refuted
		if !s.Complete {
			gaveUp++
		}
	}
	fmt.Fprintf(w, "explore: %s: %d roots, %d states, %d instructions, %d candidates, %d confirmed, %d refuted, %d roots given up, in %d ms\n",
		pkg, len(r.Searches), states, instructions, found, found-refuted, refuted, gaveUp, took.Milliseconds())
	if r.Unlinked != "" {
		fmt.Fprintf(w, "explore: %s: searched without the packages that it imports: %s\n", pkg, r.Unlinked)
	}
	for _, s := range r.Searches {
		if s.Found == 0 && s.Complete {
			continue
		}
		fmt.Fprintf(w, "explore: %s: %s: %d states, %d instructions, %d candidates, %d refuted", pkg, s.Root, s.States, s.Instructions, s.Found, s.Refuted)
		if s.Scaled {
			fmt.Fprint(w, ", scaled")
		}
		if s.Walked {
			fmt.Fprint(w, ", walked")
		}
		for _, reason := range slices.Sorted(maps.Keys(s.GaveUp)) {
			fmt.Fprintf(w, "; %s (%d)", reason, s.GaveUp[reason])
		}
		fmt.Fprintln(w)
	}
}
