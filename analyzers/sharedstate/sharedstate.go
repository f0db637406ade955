// Package sharedstate stub.
package sharedstate

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/buildssa"

	"interleave/analyzers/finding"
)

// Analyzer stub.
var Analyzer = &analysis.Analyzer{
	Name:       "sharedstate",
	Doc:        "stub",
	Requires:   []*analysis.Analyzer{buildssa.Analyzer},
	Run:        func(pass *analysis.Pass) (any, error) { return []finding.Finding(nil), nil },
	ResultType: finding.ResultType,
	Flags:      finding.Flags("sharedstate"),
}
