package tools

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// Nowhere is what stands for a place that the tool did not give.
const Nowhere = "-"

// A Diagnostic is one report of go vet -json.
type Diagnostic struct {
	Package  string `json:"-"`
	Analyzer string `json:"-"`
	Category string
	Posn     string // FILE:LINE:COLUMN, or Nowhere
	Message  string
	Related  []struct{ Posn, Message string }
}

// ReadVet reads what go vet -json prints: an object for each package, and in it one
// for each analyzer that has reports, or could not run; those are told as failures.
func ReadVet(out []byte) (list []Diagnostic, failures []string, err error) {
	decoder := json.NewDecoder(bytes.NewReader(withoutHeadings(out)))
	for {
		var packages map[string]map[string]json.RawMessage
		if err := decoder.Decode(&packages); errors.Is(err, io.EOF) {
			return list, failures, nil
		} else if err != nil {
			return nil, nil, err
		}
		for name, analyzers := range packages {
			for analyzer, raw := range analyzers {
				var diagnostics []Diagnostic
				if err := json.Unmarshal(raw, &diagnostics); err != nil {
					var failed struct{ Error string }
					if err := json.Unmarshal(raw, &failed); err != nil {
						return nil, nil, err
					}
					failures = append(failures, name+": "+analyzer+": "+failed.Error)
					continue
				}
				for _, d := range diagnostics {
					d.Package, d.Analyzer = name, analyzer
					list = append(list, d)
				}
			}
		}
	}
}

// withoutHeadings drops the lines "# package" that older go commands print
// between the objects.
func withoutHeadings(out []byte) []byte {
	var kept []byte
	for line := range bytes.Lines(out) {
		if !bytes.HasPrefix(line, []byte("# ")) {
			kept = append(kept, line...)
		}
	}
	return kept
}
