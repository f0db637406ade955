package main

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
)

//go:embed verdicts.csv
var committed string

// columns is the first line of verdicts.csv.
var columns = []string{"module", "file", "rule", "function", "message", "verdict", "reason"}

// What a person may say of a report. Real: the bad state can be reached by the
// program, or by a use that its documentation allows. Arguable: it can, but the
// authors accept it, or whether the use is allowed is open. False: it cannot.
const (
	isReal     = "real"
	isArguable = "arguable"
	isFalse    = "false"
	unjudged   = "unjudged"
)

type verdict struct{ word, reason string }

type verdicts map[key]verdict

// readVerdicts reads the form that writeRow writes. It refuses unknown words,
// missing reasons and two verdicts on one report.
func readVerdicts(r io.Reader) (verdicts, error) {
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("verdicts.csv: %w", err)
	}
	if len(rows) == 0 || !slices.Equal(rows[0], columns) {
		return nil, fmt.Errorf("verdicts.csv: the first line has to be %v", columns)
	}
	known := make(verdicts)
	for i, row := range rows[1:] {
		// Whoever copies a row out of another report may bring its lines.
		k := key{row[0], row[1], row[2], row[3], withoutLines(row[4])}
		v := verdict{row[5], row[6]}
		if !slices.Contains([]string{isReal, isArguable, isFalse}, v.word) || v.reason == "" {
			return nil, fmt.Errorf("verdicts.csv, row %d: a verdict is real, arguable or false, and has a reason", i+2)
		}
		if _, twice := known[k]; twice {
			return nil, fmt.Errorf("verdicts.csv, row %d: %s in %s of %s is judged twice", i+2, k.rule, k.function, k.file)
		}
		known[k] = v
	}
	return known, nil
}

// apply writes the verdicts into the reports. One with no verdict of its own
// is unjudged; when one was given for the same rule in the same function, under
// other words, the reason column says so, for whoever judges it anew.
func (v verdicts) apply(reports []*report) {
	before := make(map[key][]verdict)
	for k, known := range v {
		k.message = ""
		before[k] = append(before[k], known)
	}
	for _, r := range reports {
		k := r.key()
		if known, ok := v[k]; ok {
			r.Verdict, r.Reason = known.word, known.reason
			continue
		}
		r.Verdict = unjudged
		k.message = ""
		if old := before[k]; len(old) == 1 {
			r.Reason = "under other words: " + old[0].word + ", " + old[0].reason
		}
	}
}

// writeUnjudged writes the listed reports without a verdict as rows for
// verdicts.csv.
func writeUnjudged(w io.Writer, reports []*report) error {
	rows := [][]string{columns}
	seen := make(map[key]bool)
	for _, r := range reports {
		k := r.key()
		if !r.Listed || r.Verdict != unjudged || seen[k] {
			continue
		}
		seen[k] = true
		rows = append(rows, []string{k.module, k.file, k.rule, k.function, k.message, "", r.Reason})
	}
	return csv.NewWriter(w).WriteAll(rows)
}
