package finding_test

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/finding"
	"interleave/analyzers/rules"
	"interleave/analyzers/witness"
)

func story(steps int) *witness.Witness {
	return &witness.Witness{Steps: make([]witness.Step, steps)}
}

func TestSortKeepsTheSurestAndShortestOfAPlaceAndRule(t *testing.T) {
	list := finding.Sort([]finding.Finding{
		{Pos: 9, Rule: "abandoned-send", Message: "later place"},
		{Pos: 5, Rule: "unlocked-field", Confidence: rules.Likely, Witness: story(1), Message: "likely"},
		{Pos: 5, Rule: "unlocked-field", Confidence: rules.Certain, Witness: story(8), Message: "long"},
		{Pos: 5, Rule: "unlocked-field", Confidence: rules.Certain, Witness: story(3), Message: "short"},
		{Pos: 5, Rule: "captured-variable", Message: "other rule"},
		{Pos: 5, Rule: "unlocked-field", Confidence: rules.Certain, Witness: story(3), Message: "as short, but later in the input"},
	})
	var got []string
	for _, f := range list {
		got = append(got, f.Message)
	}
	if want := []string{"other rule", "short", "later place"}; !slices.Equal(got, want) {
		t.Errorf("Sort = %q, want %q", got, want)
	}
	if len(finding.Sort(nil)) != 0 {
		t.Error("Sort(nil) is not empty")
	}
}

const source = `package p

func f(ch chan int, m map[string]int, c struct{ n int }) {
	ch <- c.n
	go g(m["a"])
	for v := range ch {
		_ = v
	}
	select {
	case <-ch:
	}
	x := 1
	x++
	h(x).n = 2
}
`

func TestSpanUnderlinesTheStatementOrName(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	text := func(start, end token.Pos) string {
		if !end.IsValid() {
			return "?"
		}
		return source[fset.Position(start).Offset:fset.Position(end).Offset]
	}
	at := func(marker string, skip int) token.Pos {
		return file.FileStart + token.Pos(strings.Index(source, marker)+skip)
	}
	for _, c := range []struct {
		pos  token.Pos
		want string
	}{
		{at("ch <- c.n", len("ch ")), "ch <- c.n"},
		{at("c.n\n", len("c.")), "c.n"},
		{at("go g", 0), "go"},
		{at("for v", 0), "for v := range ch"},
		{at("select {", 0), "select"},
		{at("<-ch:", 0), "<-ch"},
		{at("x := 1", 0), "x"},
		{at("x++", 1), "x++"},
		{at(".n = 2", 1), "h(x).n"},
		{at(`m["a"]`, 1), `m["a"]`},
	} {
		if got := text(finding.Span([]*ast.File{file}, c.pos)); got != c.want {
			t.Errorf("Span at %v = %q, want %q", fset.Position(c.pos), got, c.want)
		}
	}
	outside := file.FileEnd + 10
	if start, end := finding.Span([]*ast.File{file}, outside); start != outside || end.IsValid() {
		t.Errorf("Span outside of the files = %v, %v", start, end)
	}
	if start, end := finding.Span(nil, token.NoPos); start.IsValid() || end.IsValid() {
		t.Errorf("Span of no position = %v, %v", start, end)
	}
}

func TestReportFollowsTheFlags(t *testing.T) {
	findings := []finding.Finding{
		{Rule: "unlocked-field", Confidence: rules.Certain, Pos: 1, End: 4, Message: "one", Related: []finding.Related{{Pos: 7, End: 9, Message: "there"}}},
		{Rule: "abandoned-send", Confidence: rules.Likely, Pos: 2, Message: "two"},
		{Rule: "captured-variable", Confidence: rules.Hint, Pos: 3, Message: "three"},
	}
	for _, c := range []struct {
		args []string
		want []string
	}{
		{nil, []string{"one (unlocked-field)", "two (abandoned-send)"}},
		{[]string{"-rules=-unlocked-field"}, []string{"two (abandoned-send)"}},
		{[]string{"-rules=unlocked-field"}, []string{"one (unlocked-field)"}},
		{[]string{"-rules=captured-variable"}, nil},
		{[]string{"-hints"}, []string{"one (unlocked-field)", "two (abandoned-send)", "three (captured-variable)"}},
		{[]string{"-hints", "-rules=captured-variable"}, []string{"three (captured-variable)"}},
	} {
		flags := finding.Flags("fake")
		if err := flags.Parse(c.args); err != nil {
			t.Fatal(err)
		}
		var got []string
		pass := &analysis.Pass{Analyzer: &analysis.Analyzer{Flags: flags}, Report: func(d analysis.Diagnostic) { got = append(got, d.Message) }}
		finding.Report(pass, findings)
		if !slices.Equal(got, c.want) {
			t.Errorf("with %q: reported %q, want %q", c.args, got, c.want)
		}
	}
	flags := finding.Flags("fake")
	flags.SetOutput(new(strings.Builder))
	flags.Init("fake", flag.ContinueOnError)
	if err := flags.Parse([]string{"-rules=nonsense"}); err == nil {
		t.Error("-rules=nonsense is accepted")
	}
}

func TestDiagnosticCarriesRuleLinkAndRelatedPlaces(t *testing.T) {
	f := finding.Finding{Rule: "unlocked-field", Pos: 1, End: 4, Message: "one",
		Related: []finding.Related{{Pos: 7, End: 9, Message: "there"}},
		Fixes:   []analysis.SuggestedFix{{Message: "lock it"}}}
	d := f.Diagnostic()
	switch {
	case d.Pos != 1 || d.End != 4 || d.Category != "unlocked-field" || d.Message != "one (unlocked-field)":
		t.Errorf("%+v", d)
	case d.URL != rules.Must("unlocked-field").Anchor():
		t.Errorf("URL %q", d.URL)
	case len(d.Related) != 1 || d.Related[0].Pos != 7 || d.Related[0].End != 9 || d.Related[0].Message != "there":
		t.Errorf("related %+v", d.Related)
	case len(d.SuggestedFixes) != 1:
		t.Errorf("fixes %+v", d.SuggestedFixes)
	}
}

func TestDocReadsTheAnalyzersSection(t *testing.T) {
	const doc = "// Package p is for tests.\n//\n// # Analyzer one\n//\n// one: report things\n//\n// More text.\n//\n// # Analyzer two\n//\n// two: report others\npackage p\n"
	if got := finding.Doc(doc, "one"); got != "report things\n\nMore text." {
		t.Errorf("Doc = %q", got)
	}
	if got := finding.Doc(doc, "two"); got != "report others" {
		t.Errorf("Doc = %q", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("Doc of a missing section does not panic")
		}
	}()
	finding.Doc(doc, "three")
}
