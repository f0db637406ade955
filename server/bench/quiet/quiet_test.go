package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestTheCommittedVerdictsCanBeRead(t *testing.T) {
	if _, err := readVerdicts(strings.NewReader(committed)); err != nil {
		t.Error(err)
	}
}

func TestReadVerdictsRefusesHalfARow(t *testing.T) {
	head := strings.Join(columns, ",") + "\n"
	for name, text := range map[string]string{
		"no verdict":     "m,f.go,relock,F,text,,\n",
		"no reason":      "m,f.go,relock,F,text,real,\n",
		"another word":   "m,f.go,relock,F,text,true,because\n",
		"twice":          "m,f.go,relock,F,at f.go:1,real,because\nm,f.go,relock,F,at f.go:2,false,because\n",
		"a short row":    "m,f.go,relock\n",
		"no column name": "",
	} {
		if name != "no column name" {
			text = head + text
		}
		if _, err := readVerdicts(strings.NewReader(text)); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestAVerdictSurvivesMovedLinesAndNothingElse(t *testing.T) {
	base := report{Module: "m", File: "a/f.go", Function: "T.F", Rule: "relock", Line: 12,
		Message: "deadlock: F locks t.mu, held since f.go:10; G at g_test.go:7:3, line 9"}
	known, err := readVerdicts(strings.NewReader(strings.Join(columns, ",") + "\n" +
		`m,a/f.go,relock,T.F,"` + base.Message + `",real,both run` + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name   string
		change func(*report)
		want   string
	}{
		{"nothing", func(*report) {}, isReal},
		{"the line", func(r *report) { r.Line = 99 }, isReal},
		{"lines in the message", func(r *report) {
			r.Message = strings.NewReplacer(":10", ":110", ":7:3", ":8", "line 9", "line 91").Replace(r.Message)
		}, isReal},
		{"the version", func(r *report) { r.Version = "v2.0.0" }, isReal},
		{"the message", func(r *report) { r.Message += " again" }, unjudged},
		{"the function", func(r *report) { r.Function = "T.G" }, unjudged},
		{"the file", func(r *report) { r.File = "f.go" }, unjudged},
		{"the rule", func(r *report) { r.Rule = "abba" }, unjudged},
		{"the module", func(r *report) { r.Module = "n" }, unjudged},
	} {
		r := base
		test.change(&r)
		known.apply([]*report{&r})
		if r.Verdict != test.want {
			t.Errorf("%s changed: %s, want %s", test.name, r.Verdict, test.want)
		}
		if reworded := test.name == "the message"; reworded != (r.Verdict == unjudged && r.Reason == "under other words: real, both run") {
			t.Errorf("%s changed: the reason is %q", test.name, r.Reason)
		}
	}
}

func TestUnjudgedRowsBecomeVerdicts(t *testing.T) {
	reports := many(3)
	reports[0].Message = `comma, "quotes" and | bar at f.go:3`
	draw(reports, 2, 7)
	verdicts{}.apply(reports)
	var b bytes.Buffer
	if err := writeUnjudged(&b, reports); err != nil {
		t.Fatal(err)
	}
	if strings.Count(b.String(), ",,\n") != 2 {
		t.Fatalf("want two rows to fill in:\n%s", b.String())
	}
	known, err := readVerdicts(strings.NewReader(strings.ReplaceAll(b.String(), ",,\n", ",false,because\n")))
	if err != nil {
		t.Fatal(err)
	}
	known.apply(reports)
	for _, r := range reports {
		if (r.Verdict == isFalse) != r.Listed {
			t.Errorf("%+v", r)
		}
	}
}

// many returns n likely reports.
func many(n int) []*report {
	var reports []*report
	for i := range n {
		reports = append(reports, &report{Module: "m", File: fmt.Sprintf("f%d.go", i%7), Line: i, Rule: "relock",
			Confidence: likely, Message: fmt.Sprintf("likely deadlock %d", i/3)})
	}
	return reports
}

func listed(reports []*report) []string {
	var places []string
	for _, r := range reports {
		if r.Listed {
			places = append(places, r.place())
		}
	}
	slices.Sort(places)
	return places
}

func TestDrawTakesEveryCertainReportAndSomeLikelyOnes(t *testing.T) {
	reports := many(200)
	for _, r := range reports[:20] {
		r.Confidence = certain
	}
	draw(reports, 50, 1)
	if got := len(listed(reports)); got != 70 {
		t.Errorf("%d are listed, want 20 certain and 50 drawn", got)
	}
	for _, r := range reports[:20] {
		if !r.Listed {
			t.Errorf("certain, but not listed: %s", r.place())
		}
	}
	few := many(3)
	draw(few, 50, 1)
	if got := len(listed(few)); got != 3 {
		t.Errorf("%d of 3 are listed", got)
	}
}

func TestDrawDependsOnTheSeedAndHardlyOnOtherReports(t *testing.T) {
	first, again, other := many(200), many(200), many(200)
	draw(first, 50, 1)
	draw(again, 50, 1)
	draw(other, 50, 2)
	if !slices.Equal(listed(first), listed(again)) {
		t.Error("two draws with one seed differ")
	}
	if slices.Equal(listed(first), listed(other)) {
		t.Error("the seed changes nothing")
	}
	// One of the drawn is gone: the rest stays, one comes in.
	var less []*report
	gone := listed(first)[0]
	for _, r := range many(200) {
		if r.place() != gone {
			less = append(less, r)
		}
	}
	draw(less, 50, 1)
	kept := 0
	for _, place := range listed(less) {
		if slices.Contains(listed(first), place) {
			kept++
		}
	}
	if kept != 49 {
		t.Errorf("%d of the other 49 are drawn again", kept)
	}
}

func TestOneReportOfEachPlaceAndRuleTheSurest(t *testing.T) {
	at := func(line int, rule, confidence string) *report {
		return &report{Module: "m", File: "f.go", Line: line, Column: 2, Rule: rule, Confidence: confidence}
	}
	got := settled([]*report{at(9, "relock", certain), at(3, "relock", likely), at(3, "abba", likely), at(3, "relock", certain)})
	var text []string
	for _, r := range got {
		text = append(text, fmt.Sprint(r.Line, r.Rule, r.Confidence))
	}
	want := []string{"3abbalikely", "3relockcertain", "9relockcertain"}
	if strings.ReplaceAll(strings.Join(text, ","), " ", "") != strings.Join(want, ",") {
		t.Errorf("%v", text)
	}
}

func TestWhatGoVetPrintsIsRead(t *testing.T) {
	root := t.TempDir()
	file := filepath.ToSlash(filepath.Join(root, "a", "f.go"))
	out := "# m/a\n{}\n" + `{"m/a": {"lockorder": [{"category": "relock", "posn": "` + file + `:3:4", "message": "likely deadlock: x (relock)",
		"related": [{"posn": "` + file + `:9", "message": "here"}]}], "chanuse": {"error": "too large"}}}` + "\n"
	reports, failures, err := parse([]byte(out), root)
	if err != nil {
		t.Fatal(err)
	}
	if len(reports) != 1 || len(failures) != 1 || failures[0] != "m/a: chanuse: too large" {
		t.Fatalf("%v %v", reports, failures)
	}
	r := reports[0]
	if r.place() != "a/f.go:3" || r.Column != 4 || r.Rule != "relock" || r.Confidence != likely || r.Message != "likely deadlock: x" {
		t.Errorf("%+v", r)
	}
	if len(r.Related) != 1 || r.Related[0] != (related{"a/f.go:9", "here"}) {
		t.Errorf("%+v", r.Related)
	}
}

func TestAReportWithoutAPlaceIsAFailureOfTheTool(t *testing.T) {
	out := `{"m/a": {"sharedstate": [
		{"category": "r", "posn": "-", "message": "data race: x (r)"},
		{"category": "r", "posn": "/r/a.go:3:4", "message": "data race: y (r)", "related": [{"posn": "-", "message": "there"}]}
	]}}`
	reports, failures, err := parse([]byte(out), "/r")
	if err != nil {
		t.Fatal(err)
	}
	if len(failures) != 1 || failures[0] != "m/a: sharedstate: a report without a place: data race: x (r)" {
		t.Errorf("%q", failures)
	}
	if len(reports) != 1 || len(reports[0].Related) != 1 || reports[0].Related[0] != (related{"-", "there"}) {
		t.Errorf("%v", reports)
	}
}

func TestACrashIsToldInAFewLines(t *testing.T) {
	got := complaints(fmt.Sprintf("# m/a\n%s: %s: killed\n", filepath.Join("/r", "a", "f.go"), "/t/tool")+strings.Repeat("\tframe\n", 1000), "/r", "/t/tool")
	if len(got) != 21 || got[0] != filepath.Join("a", "f.go")+": tool: killed" || got[20] != "and 981 more lines" {
		t.Errorf("%d lines: %q", len(got), got)
	}
}

func TestFunctionsAreNamedWithTheirTypes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "f.go")
	text := `package p
var v = func() int {
	return 1
}
func F() {
	go func() {
	}()
}
func (t *T[K, V]) M() {
}
func (t T) N() {
}
// the end
`
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	functions := make(functions)
	for line, want := range map[int]string{1: "", 3: "v", 6: "F", 9: "T.M", 11: "T.N", 13: ""} {
		if got := functions.around(file, line); got != want {
			t.Errorf("line %d: %q, want %q", line, got, want)
		}
	}
}

func TestTheTableShowsPlacesVerdictsAndShares(t *testing.T) {
	all := result{modules: []counted{{lines: 4000, failures: []string{"p: too large"}}}}
	all.modules[0].Path, all.modules[0].Version = "m", "v1.0.0"
	all.reports = []*report{
		{Module: "m", Version: "v1.0.0", File: "a.go", Line: 3, Rule: "abba", Confidence: certain, Message: "a | b", Link: "https://forge/a.go#L3", Listed: true, Verdict: isReal, Reason: "seen"},
		{Module: "m", Version: "v1.0.0", File: "b.go", Line: 4, Rule: "abba", Confidence: certain, Message: "c", Listed: true, Verdict: isFalse, Reason: "not so"},
		{Module: "m", Version: "v1.0.0", File: "c.go", Line: 5, Rule: "relock", Confidence: likely, Message: "likely d", Listed: true, Verdict: unjudged},
		{Module: "m", Version: "v1.0.0", File: "d.go", Line: 6, Rule: "relock", Confidence: likely, Message: "likely e"},
	}
	exam, err := readExam(strings.NewReader("rule,found,missed,false\nabba,6,2,0\nnever,0,0,0\nself-send,0,1,0\n"))
	if err != nil {
		t.Fatal(err)
	}
	all.exam = exam
	var b strings.Builder
	summary(&b, &all)
	tables(&b, all.reports, 1)
	for _, want := range []string{
		"4 reports on 4000 lines of Go in 1 modules, tests included: 1.000 per 1000 lines.",
		"| certain | 2 | 2 | 1 | 0 | 1 | 0 | 50 % |",
		"| likely | 2 | 1 | 0 | 0 | 0 | 1 | - |",
		"| m v1.0.0 | 4000 | 2 | 2 | 1.000 |",
		"| abba | 6 | 2 | 0 | 2 | 50 % | 0 | - | 88 % |",
		"| relock | 0 | 0 | 0 | 0 | - | 2 | - | - |",
		"| self-send | 0 | 1 | 0 | 0 | - | 0 | - | - |",
		"* m: p: too large",
		`| [m a.go:3](https://forge/a.go#L3) | abba: a \| b | real | seen |`,
		"| m@v1.0.0/b.go:4 | abba: c | false | not so |",
		"relock: likely d | unjudged |  |",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("missing: %s\n%s", want, b.String())
		}
	}
	if strings.Contains(b.String(), "never") {
		t.Error("a rule of which nothing is known is in the table")
	}
	if strings.Contains(b.String(), "likely e") {
		t.Error("a report that was not drawn is in the table")
	}
}

func TestAnExamThatIsNotOneIsRefused(t *testing.T) {
	for _, text := range []string{"", "rule,found\n", "rule,found,missed,false\nrelock,1,x,0\n", "rule,found,missed,false\nrelock,1\n"} {
		if scores, err := readExam(strings.NewReader(text)); err == nil {
			t.Errorf("%q: %v", text, scores)
		}
	}
}
