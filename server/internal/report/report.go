// Package report turns the session's reports into what people and programs
// read: text as go vet prints it, and JSON lines. It holds no analysis and
// knows no editor.
package report

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"interleave/analyzers/rules"
	"interleave/analyzers/witness"
	"interleave/server/internal/session"
)

// FormatVersion is the version of the JSON form. It grows when a reader of the
// previous version would misread the data; new fields do not count.
const FormatVersion = 1

// A Line is one report as a JSON line. Files are relative to the base folder
// with slashes, where they lie below it; lines and columns count from 1, columns
// in bytes.
type Line struct {
	FormatVersion int              `json:"format_version"`
	Rule          rules.Name       `json:"rule"`
	Confidence    rules.Confidence `json:"confidence"`
	Message       string           `json:"message"`
	File          string           `json:"file"`
	Start         session.Position `json:"start"`
	End           session.Position `json:"end"`
	Package       string           `json:"package"`
	Function      string           `json:"function,omitempty"` // declared around it: "Counter.Inc"
	Lesson        string           `json:"lesson"`             // relative to the course's root
	Related       []Place          `json:"related,omitempty"`
	Witness       *witness.Witness `json:"witness,omitempty"`
}

// A Place is another step of the story.
type Place struct {
	File    string           `json:"file"`
	Start   session.Position `json:"start"`
	End     session.Position `json:"end"`
	Message string           `json:"message"`
}

// NewLine returns the JSON form of a report, seen from the base folder.
func NewLine(base string, r session.Report) Line {
	line := Line{
		FormatVersion: FormatVersion,
		Rule:          r.Rule.Name,
		Confidence:    r.Confidence,
		Message:       r.Message,
		File:          filepath.ToSlash(Relative(base, r.File)),
		Start:         r.Start,
		End:           r.End,
		Package:       r.Package,
		Function:      r.Function,
		Lesson:        r.Rule.Anchor(),
		Witness:       Relocate(base, r.Witness),
	}
	for _, related := range r.Related {
		line.Related = append(line.Related, Place{
			File:    filepath.ToSlash(Relative(base, related.File)),
			Start:   related.Start,
			End:     related.End,
			Message: related.Message,
		})
	}
	return line
}

// Text writes one line per report, `file:line:col: message (rule)`.
func Text(w io.Writer, base string, reports []session.Report) error {
	for _, r := range reports {
		if _, err := fmt.Fprintf(w, "%s:%d:%d: %s\n", Relative(base, r.File), r.Start.Line, r.Start.Column, r.Text()); err != nil {
			return err
		}
	}
	return nil
}

// JSON writes one JSON object per report and line.
func JSON(w io.Writer, base string, reports []session.Report) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, r := range reports {
		if err := encoder.Encode(NewLine(base, r)); err != nil {
			return err
		}
	}
	return nil
}

// Relative returns the path as seen from the base folder where it lies below
// it, else as it is.
func Relative(base, path string) string {
	if base == "" || !filepath.IsAbs(path) {
		return path
	}
	relative, err := filepath.Rel(base, path)
	if err != nil || relative == ".." || strings.HasPrefix(relative, ".."+string(filepath.Separator)) {
		return path
	}
	return relative
}

// Relocate returns a copy of the witness whose places are relative to the base
// folder.
func Relocate(base string, w *witness.Witness) *witness.Witness {
	if w == nil {
		return nil
	}
	moved := *w
	moved.Goroutines = append([]witness.Goroutine(nil), w.Goroutines...)
	for i := range moved.Goroutines {
		moved.Goroutines[i].Place.File = filepath.ToSlash(Relative(base, moved.Goroutines[i].Place.File))
	}
	moved.Steps = append([]witness.Step(nil), w.Steps...)
	for i := range moved.Steps {
		moved.Steps[i].Place.File = filepath.ToSlash(Relative(base, moved.Steps[i].Place.File))
	}
	return &moved
}

// Select returns the reports that the reader asked for: the selected rules,
// and hints only on demand.
func Select(reports []session.Report, selection *rules.Selection, hints bool) []session.Report {
	var chosen []session.Report
	for _, r := range reports {
		if selection.Has(r.Rule.Name) && (hints || r.Confidence != rules.Hint) {
			chosen = append(chosen, r)
		}
	}
	return chosen
}
