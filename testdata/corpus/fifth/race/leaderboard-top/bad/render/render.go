// Package render draws boards as text.
package render

import (
	"fmt"
	"io"
	"strings"
)

// Row is what can be drawn.
type Row interface {
	Name() string
	Score() int
}

// Table writes rows with a bar each.
func Table[R Row](w io.Writer, title string, rows []R) error {
	if _, err := fmt.Fprintf(w, "== %s ==\n", title); err != nil {
		return err
	}
	for i, r := range rows {
		bar := strings.Repeat("*", r.Score()/100)
		if _, err := fmt.Fprintf(w, "%2d %-8s %5d %s\n", i+1, r.Name(), r.Score(), bar); err != nil {
			return err
		}
	}
	return nil
}
