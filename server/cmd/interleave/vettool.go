package main

import (
	"encoding/gob"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"interleave/analyzers"
	"interleave/analyzers/finding"
	"interleave/server/internal/gocmd"
)

// askedByGoVet reports whether the go command speaks: it asks for the version
// (-V=full), for the flags (-flags), or hands over one package (FLAGS unit.cfg).
func askedByGoVet(args []string) bool {
	if len(args) == 0 {
		return false
	}
	last := args[len(args)-1]
	if strings.HasSuffix(last, ".cfg") && (len(args) == 1 || strings.HasPrefix(args[0], "-")) {
		return true
	}
	return args[0] == "-V=full" || args[0] == "-flags"
}

// vettool answers the go command and does not return.
func vettool() {
	suite := analyzers.All()
	rulesFlag := forEach{suite, finding.RulesFlag}
	flag.Var(rulesFlag, finding.RulesFlag, "comma-separated `rules` to report; -NAME switches one off (interleave)")
	hintsFlag := forEach{suite, finding.HintsFlag}
	flag.BoolFunc(finding.HintsFlag, "also report hints, the teaching notes (interleave)", hintsFlag.Set)

	// go vet keeps -debug for itself, so the environment says it.
	if pass := os.Getenv("INTERLEAVE_DEBUG"); pass != "" {
		if err := analyzers.Debug(pass); err != nil {
			fmt.Fprintln(os.Stderr, "interleave: INTERLEAVE_DEBUG:", err)
			os.Exit(1)
		}
	}

	last := os.Args[len(os.Args)-1]
	if strings.HasSuffix(last, ".cfg") {
		collectLate()
		unit := readUnit(last)
		switch {
		case unit.VetxOnly && unit.std():
			// The standard library gives no facts: what its functions do is
			// modelled. Its importers still read its types from the answer, so
			// the package is parsed and type-checked, and no more.
			registerFacts(suite)
			suite = []*analysis.Analyzer{typesOnly}
		case unit.VetxOnly:
			// A dependency: what it reports would be thrown away.
			registerFacts(suite)
			suite = analyzers.Facts()
		}
		defer func() {
			if p := recover(); p != nil {
				fmt.Fprintf(os.Stderr, "interleave: package %s could not be analysed: %v\n", unit.ImportPath, p)
				os.Exit(1)
			}
		}()
	}
	if line := tooNewForUs(); line != "" && os.Args[1] != "-flags" {
		fmt.Fprintln(os.Stderr, line)
		os.Exit(1)
	}
	unitchecker.Main(suite...)
}

// registerFacts makes the suite's facts known to gob: a package of the standard
// library that is itself a target of go vet does give facts, and those that
// import it must be able to read past them.
func registerFacts(suite []*analysis.Analyzer) {
	for _, a := range suite {
		for _, f := range a.FactTypes {
			gob.Register(f)
		}
		registerFacts(a.Requires)
	}
}

// tooNewForUs compares the go command that called us, which tells its version
// in the environment, with the Go that built us.
func tooNewForUs() string { return gocmd.TooNew(os.Getenv("GOVERSION")) }

// forEach is a flag of every analyzer at once.
type forEach struct {
	suite []*analysis.Analyzer
	name  string
}

func (f forEach) String() string {
	if len(f.suite) == 0 {
		return ""
	}
	return f.suite[0].Flags.Lookup(f.name).Value.String()
}

func (f forEach) Set(text string) error {
	for _, a := range f.suite {
		if err := a.Flags.Set(f.name, text); err != nil {
			return err
		}
	}
	return nil
}

// unit is the part of unitchecker.Config that decides how a package is analysed.
type unit struct {
	ImportPath string
	Dir        string
	VetxOnly   bool
}

// readUnit reads what it can: unitchecker reads the file again and reports
// what is wrong with it.
func readUnit(path string) unit {
	var u unit
	if data, err := os.ReadFile(path); err == nil {
		_ = json.Unmarshal(data, &u)
	}
	return u
}

// std reports whether the package stands in GOROOT, which the go command names
// in the environment. A path without a dot proves nothing: learners write
// `module bank`.
func (u unit) std() bool {
	root := os.Getenv("GOROOT")
	if root == "" {
		root = runtime.GOROOT()
	}
	if root == "" {
		return false
	}
	return strings.HasPrefix(u.Dir+string(filepath.Separator), filepath.Join(root, "src")+string(filepath.Separator))
}

// typesOnly does nothing; that it has a fact type makes unitchecker run it for
// a package that is wanted for its facts only.
var typesOnly = &analysis.Analyzer{
	Name:      "typesonly",
	Doc:       "reads the types of a package of the standard library",
	Run:       func(*analysis.Pass) (any, error) { return nil, nil },
	FactTypes: []analysis.Fact{new(noFact)},
}

type noFact struct{}

func (*noFact) AFact() {}
