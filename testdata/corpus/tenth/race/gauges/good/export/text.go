// Package export writes metrics as text.
package export

import (
	"fmt"
	"io"
	"sort"

	"tenth/race/gauges/good/metrics"
)

// Text writes one line per label.
func Text(w io.Writer, reg *metrics.Registry) error {
	for _, src := range reg.Sources() {
		vals := src.Values()
		labels := make([]string, 0, len(vals))
		for l := range vals {
			labels = append(labels, l)
		}
		sort.Strings(labels)
		for _, l := range labels {
			if _, err := fmt.Fprintf(w, "%s{%s} %d\n", src.Name(), l, vals[l]); err != nil {
				return fmt.Errorf("export %s: %w", src.Name(), err)
			}
		}
	}
	return nil
}
