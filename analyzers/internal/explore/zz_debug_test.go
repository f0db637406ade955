package explore

import (
	"fmt"
	"os"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

func TestDump(t *testing.T) {
	dir := os.Getenv("DUMP_DIR")
	pat := os.Getenv("DUMP")
	if dir == "" {
		t.Skip()
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax &^ 0, Dir: dir, Tests: true}, pat)
	if err != nil {
		t.Fatal(err)
	}
	packages.PrintErrors(pkgs)
	start := time.Now()
	graph, err := checker.Analyze([]*analysis.Analyzer{Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("analyze", time.Since(start))
	for act := range graph.All() {
		if act.Err != nil {
			fmt.Println("ERR", act.Analyzer, act.Package.ID, act.Err)
		}
		if act.Analyzer != Analyzer || !act.IsRoot {
			continue
		}
		if act.Err != nil {
			fmt.Println(act.Package.ID, act.Err)
			continue
		}
		res := act.Result.(*Result)
		fmt.Println("==", act.Package.ID)
		for _, s := range res.Searches {
			fmt.Println("  ", s)
		}
		for _, o := range res.Outcomes {
			switch o.Kind {
			case Race:
				for _, a := range o.Accesses {
					fmt.Println("   RACE", o.Guessed, act.Package.Fset.Position(a.Pos), a.Name, "w", a.Write, len(a.Held))
				}
			case Stuck:
				for _, b := range o.Blocked {
					fmt.Println("   STUCK", o.Guessed, act.Package.Fset.Position(b.Pos), "send", b.Send, "recv", b.Receive, "seen", b.Received, b.Lock != nil)
				}
			case Crash:
				fmt.Println("   CRASH", o.Guessed, act.Package.Fset.Position(o.Pos), o.Panic)
			}
			if os.Getenv("W") != "" && o.Witness != nil {
				for _, g := range o.Witness.Goroutines {
					fmt.Println("        G", g.Name, g.Place.Line)
				}
				for _, s := range o.Witness.Steps {
					fmt.Println("        ", s.Moment, s.Goroutine+1, s.Action, s.Note, s.Place.Line, s.Held)
				}
				fmt.Println("        ", o.Witness.Outcome)
			}
		}
	}
}
