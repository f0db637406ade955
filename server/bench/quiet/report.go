package main

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A report is one of the tool's, with its place in the module.
type report struct {
	Module     string    `json:"module"`
	Version    string    `json:"version"`
	File       string    `json:"file"` // in the module, slashed
	Line       int       `json:"line"`
	Column     int       `json:"column"`
	Function   string    `json:"function"` // around the place: F, T.M, or "" outside of functions
	Rule       string    `json:"rule"`
	Confidence string    `json:"confidence"` // certain or likely
	Message    string    `json:"message"`    // without the rule's name
	Related    []related `json:"related,omitempty"`
	Link       string    `json:"link,omitempty"`
	Listed     bool      `json:"listed"` // it is to be judged: certain, or drawn
	Verdict    string    `json:"verdict"`
	Reason     string    `json:"reason,omitempty"`
}

// A related place is told in words only; its file is in the module or absolute.
type related struct {
	Place   string `json:"place"`
	Message string `json:"message"`
}

const (
	certain = "certain"
	likely  = "likely"
)

// A key finds a report again after lines have moved.
type key struct {
	module, file, rule, function, message string
}

func (r *report) key() key {
	return key{r.Module, r.File, r.Rule, r.Function, withoutLines(r.Message)}
}

var (
	linesInFiles = regexp.MustCompile(`(\.go)(:[0-9]+)+`)
	linesInWords = regexp.MustCompile(`\b(lines?) [0-9]+`)
)

// withoutLines returns a message without the numbers of lines in it.
func withoutLines(message string) string {
	message = linesInFiles.ReplaceAllString(message, "$1")
	return linesInWords.ReplaceAllString(message, "$1")
}

// confidence reads it off the message, as a user of go vet does.
func confidence(message string) string {
	if strings.HasPrefix(message, "likely ") {
		return likely
	}
	return certain
}

// place is FILE:LINE.
func (r *report) place() string { return r.File + ":" + strconv.Itoa(r.Line) }

// settled sorts reports and leaves one of each place and rule, the surest:
// a package with tests is analysed with and without them.
func settled(reports []*report) []*report {
	slices.SortFunc(reports, func(a, b *report) int {
		return cmp.Or(
			cmp.Compare(a.Module, b.Module),
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Confidence, b.Confidence), // certain, then likely
			cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.CompactFunc(reports, func(a, b *report) bool {
		return a.Module == b.Module && a.File == b.File && a.Line == b.Line && a.Column == b.Column && a.Rule == b.Rule
	})
}
