package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
)

// examFile is where the open exam records what each rule finds (go test ./analyzers -run Exam).
var examFile = filepath.Join("analyzers", "testdata", "exam_rules.csv")

// A score counts the exam's programs of one rule, and its reports in correct programs.
type score struct{ found, missed, false int }

// readExam reads what the exam has recorded. Rules that it does not meet are left out.
func readExam(r io.Reader) (map[string]score, error) {
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", examFile, err)
	}
	if len(rows) == 0 || !slices.Equal(rows[0], []string{"rule", "found", "missed", "false"}) {
		return nil, fmt.Errorf("%s: the first line has to be rule,found,missed,false", examFile)
	}
	scores := make(map[string]score)
	for i, row := range rows[1:] {
		var counts [3]int
		for j := range counts {
			if counts[j], err = strconv.Atoi(row[j+1]); err != nil {
				return nil, fmt.Errorf("%s, row %d: %w", examFile, i+2, err)
			}
		}
		if s := (score{counts[0], counts[1], counts[2]}); s != (score{}) {
			scores[row[0]] = s
		}
	}
	return scores, nil
}
