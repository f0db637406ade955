// Package analyzers is the suite: the go/analysis passes that find concurrency
// bugs. A driver needs this package and finding; nothing here knows LSP, the
// course or the command line.
package analyzers

import (
	"fmt"
	"slices"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/chanuse"
	"interleave/analyzers/contextuse"
	"interleave/analyzers/ignore"
	"interleave/analyzers/internal/effects"
	"interleave/analyzers/internal/explore"
	"interleave/analyzers/internal/link"
	"interleave/analyzers/lockorder"
	"interleave/analyzers/lockuse"
	"interleave/analyzers/sharedstate"
	"interleave/analyzers/waituse"
)

// families are the analyzers of the rules about code, in a fixed order.
var families = []*analysis.Analyzer{
	sharedstate.Analyzer,
	lockorder.Analyzer,
	lockuse.Analyzer,
	chanuse.Analyzer,
	waituse.Analyzer,
	contextuse.Analyzer,
}

// comments judges the ignore comments by what the families find.
var comments = ignore.New(families)

// All returns the analyzers whose results are findings, in a fixed order. What
// they require (SSA, effects, explore) hangs on their Requires. The caller owns
// the slice; the analyzers themselves are shared.
func All() []*analysis.Analyzer { return append(slices.Clone(families), comments) }

// Facts returns the analyzers that make facts about a package for those that
// import it. They are all that a package needs which is not itself to be reported on.
func Facts() []*analysis.Analyzer { return []*analysis.Analyzer{effects.Analyzer, link.Analyzer} }

// Debug makes an internal pass write its counters to standard error: "explore" is
// the only one that has any. It is for use before any analysis starts.
func Debug(pass string) error {
	if pass != explore.Analyzer.Name {
		return fmt.Errorf("nothing to debug named %q; want %s", pass, explore.Analyzer.Name)
	}
	return explore.Analyzer.Flags.Set(explore.DebugFlag, pass)
}
