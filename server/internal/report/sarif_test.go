package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"interleave/analyzers/rules"
	"interleave/analyzers/witness"
	"interleave/server/internal/session"
)

// source is counter.go in the tests.
const source = "package p\n\nfunc (c *counter) Inc() { c.mu.Lock(); c.n++; c.mu.Unlock() }\nfunc (c *counter) Get() int { /* ключ 😀 */ return c.n }\n"

func at(file string, line, from, to int) session.Span {
	return session.Span{File: file, Start: session.Position{Line: line, Column: from}, End: session.Position{Line: line, Column: to}}
}

// race is a report with everything that a report may have.
func race(base string) session.Report {
	file := filepath.Join(base, "my pkg", "counter.go")
	place := func(line, column int) witness.Place { return witness.Place{File: file, Line: line, Column: column} }
	return session.Report{
		Package: "p [p.test]", Rule: rules.Must("unlocked-field"), Confidence: rules.Likely,
		Message: "likely data race", Function: "counter.Get", Span: at(file, 4, 58, 61),
		Related: []session.Related{{Span: at(file, 3, 40, 43), Message: "the other side"}},
		Witness: &witness.Witness{
			Goroutines: []witness.Goroutine{{Name: "main"}, {Name: "c.Inc()"}, {Name: "c.Get()"}},
			Steps: []witness.Step{
				{Goroutine: 1, Moment: 1, Place: place(3, 27), Action: "c.mu.Lock()", Held: []string{"c.mu"}},
				{Goroutine: 1, Moment: 2, Place: place(3, 40), Action: "c.n++", Note: "writes", Held: []string{"c.mu"}, Channels: []string{"results: 1 of 2"}},
				{Goroutine: 2, Moment: 2, Place: place(4, 58), Action: "return c.n", Note: "reads", Blocked: "nothing"},
				{Goroutine: 2, Moment: 3, Action: "somewhere", Place: witness.Place{File: filepath.Join(filepath.Dir(base), "gone.go"), Line: 3, Column: 4}},
			},
			Outcome: "nothing orders these two steps",
			Why:     "counter has a mutex",
		},
	}
}

func sarifOf(t *testing.T, run Run, reports ...session.Report) (log sarifLog, raw []byte) {
	t.Helper()
	run.Version = "devel"
	run.Read = func(file string) ([]byte, error) {
		if filepath.Base(file) != "counter.go" {
			return nil, errors.New("no such file")
		}
		return []byte(source), nil
	}
	var b bytes.Buffer
	if err := SARIF(&b, run, reports); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	return log, b.Bytes()
}

func TestSARIFFollowsTheStandardsSchema(t *testing.T) {
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile(filepath.Join("testdata", "sarif-schema-2.1.0.json"))
	if err != nil {
		t.Fatal(err)
	}
	base := t.TempDir()
	hint := session.Report{Rule: rules.Must("sleep-as-sync"), Message: "a hint", Span: at(filepath.Join(base, "gone.go"), 1, 1, 1)}
	notes := []session.Note{{Text: "a note"}, {File: filepath.Join(base, "a#b.go"), Line: 7, Text: "expected ')'"}, {File: base, Text: "no package"}}
	for name, raw := range map[string][]byte{
		"nothing":    second(sarifOf(t, Run{Base: base})),
		"everything": second(sarifOf(t, Run{Base: base, Notes: notes}, race(base), hint, race(base))),
		"many":       second(sarifOf(t, Run{Base: base}, slices.Repeat([]session.Report{hint}, maxResults+1)...)),
	} {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	// The schema tells good from bad.
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(`{"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if schema.Validate(value) == nil {
		t.Error("a driver without a name passes")
	}
}

func second(_ sarifLog, raw []byte) []byte { return raw }

func TestSARIFHasAThreadFlowForEachGoroutineThatMoves(t *testing.T) {
	base := t.TempDir()
	log, _ := sarifOf(t, Run{Base: base}, race(base))
	result := log.Runs[0].Results[0]
	if result.Level != "warning" || result.RuleID != "unlocked-field" || log.Runs[0].Tool.Driver.Rules[result.RuleIndex].ID != "unlocked-field" {
		t.Errorf("%+v", result)
	}
	if len(result.CodeFlows) != 1 || len(result.CodeFlows[0].Threads) != 2 {
		t.Fatalf("code flows %+v", result.CodeFlows)
	}
	var got []string
	for _, thread := range result.CodeFlows[0].Threads {
		for _, step := range thread.Locations {
			data, err := json.Marshal(step.State)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, strings.Join([]string{thread.ID, string('0' + rune(step.Order)), step.Location.Message.Text, string(data)}, " "))
		}
	}
	want := []string{
		`goroutine 2 1 c.mu.Lock() {"locks held":{"text":"c.mu"}}`,
		`goroutine 2 2 c.n++  writes {"channels":{"text":"results: 1 of 2"},"locks held":{"text":"c.mu"}}`,
		`goroutine 3 2 return c.n  reads {"waits for":{"text":"nothing"}}`,
		`goroutine 3 3 somewhere null`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("steps\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
	if text := result.CodeFlows[0].Message.Text; text != "nothing orders these two steps; why they may run at once: counter has a mutex" {
		t.Errorf("the flow says %q", text)
	}
}

func TestSARIFPlaces(t *testing.T) {
	base := t.TempDir()
	log, _ := sarifOf(t, Run{Base: base}, race(base))
	result := log.Runs[0].Results[0]
	if where := result.Locations[0].Logical; len(where) != 1 || where[0].Full != "p.counter.Get" {
		t.Errorf("logical locations %+v", where)
	}
	place := result.Locations[0].Physical
	if place.Artifact.URI != "my%20pkg/counter.go" {
		t.Errorf("a file below the base is %q", place.Artifact.URI)
	}
	// "ключ" has two bytes a letter, the face four and two UTF-16 units.
	if *place.Region != (sarifRegion{StartLine: 4, StartColumn: 52, EndLine: 4, EndColumn: 55}) {
		t.Errorf("region %+v", *place.Region)
	}
	gone := result.CodeFlows[0].Threads[1].Locations[1].Location.Physical
	if !strings.HasPrefix(gone.Artifact.URI, "file:///") || *gone.Region != (sarifRegion{StartLine: 3}) {
		t.Errorf("a file elsewhere that cannot be read: %+v %+v", gone.Artifact, *gone.Region)
	}
	if related := result.Related[0]; related.ID != 1 || related.Message.Text != "the other side" || related.Physical.Region.StartColumn != 40 {
		t.Errorf("related %+v", related)
	}
}

func TestSARIFRulesComeFromTheCatalogue(t *testing.T) {
	base := t.TempDir()
	log, _ := sarifOf(t, Run{Base: base}, race(base))
	rule, want := log.Runs[0].Tool.Driver.Rules[0], rules.Must("unlocked-field")
	if rule.Short.Text != want.Title || rule.Full.Text != want.Summary || rule.Properties.Lesson != want.Anchor() || !strings.Contains(want.Page(), rule.Help.Markdown) || !strings.Contains(rule.Help.Text, "## The fix") {
		t.Errorf("%+v", rule)
	}
}

func TestSARIFSaysWhatIsMissing(t *testing.T) {
	base := t.TempDir()
	log, _ := sarifOf(t, Run{Base: base, Notes: []session.Note{{File: filepath.Join(base, "a.go"), Line: 7, Text: "expected ')'"}}},
		slices.Repeat([]session.Report{race(base)}, maxResults+2)...)
	run := log.Runs[0].Invocations[0]
	if run.Successful || len(run.Notifications) != 2 || run.Notifications[0].Locations[0].Physical.Region.StartLine != 7 || run.Notifications[1].Message.Text != "2 more reports are left out" {
		t.Errorf("%+v", run)
	}
}

// The expected values are those of codeql-action's own tests.
func TestLineHashesAreThoseOfCodeScanning(t *testing.T) {
	for content, want := range map[string][]string{
		"":                   {"c129715d7a2bc9a3:1"},
		" a\nb\n  \t\tc\n d": {"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"},
		" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End": {"8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1", "b86d3392aea1be30:1", "e6ceba753e1a442:1"},
	} {
		if got := lineHashes(content); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", content, got, want)
		}
	}
	unix, err := os.ReadFile("sarif.go")
	if err != nil {
		t.Fatal(err)
	}
	windows := strings.ReplaceAll(string(unix), "\n", "\r\n")
	if !slices.Equal(lineHashes(string(unix)), lineHashes(windows)) {
		t.Error("the hashes depend on the line ends")
	}
}
