package report

import "interleave/analyzers/witness"

// Columns returns an interleaving as text, one column per goroutine, or "" for
// a report that has none.
func Columns(w *witness.Witness) string {
	if w == nil {
		return ""
	}
	return w.Text()
}
