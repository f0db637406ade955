package explore

import "golang.org/x/tools/go/analysis"

// Budgets in states: of a package, and of a search before the last deepening.
const PackageStates = packageStates

var FullStates = fullBudget.states

// WalkAnalyzer only walks: it follows single schedules, as Analyzer does where breadth
// first comes to no end.
var WalkAnalyzer = &analysis.Analyzer{
	Name:       "explorewalk",
	Doc:        "follow single schedules",
	Requires:   Analyzer.Requires,
	ResultType: Analyzer.ResultType,
	Run: func(pass *analysis.Pass) (any, error) {
		return explorePackage(pass, func(e *explorer, roots []*Root) {
			for _, root := range roots {
				j := &job{root: root, length: 2, walks: true}
				e.search(j, budget{walkBudget.states, maxInstructions})
				e.conclude(j)
			}
		})
	},
}
