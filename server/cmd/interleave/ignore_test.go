package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// ignoring is a package with tests whose two reports are ignored, one comment that is
// not understood and one that is not needed.
const ignoring = `package first

// Of returns the first answer.
func Of(ask ...func() int) int {
	answers := make(chan int)
	for _, a := range ask {
		go func() { answers <- a() }() //interleave:ignore abandoned-send all of them are asked for one answer
	}
	return <-answers
}

// Last has no such bug.
//
//interleave:ignore abandoned-send it had one
func Last(ask ...func() int) (last int) {
	for _, a := range ask {
		last = a() //interleave:ignore relock
	}
	return last
}
`

func TestIgnoreCommentsAreTheSameInEveryFace(t *testing.T) {
	dir := writeModule(t, map[string]string{
		"class/anna/go.mod":   "module first\n\ngo 1.26\n",
		"class/anna/first.go": ignoring,
		"class/anna/first_test.go": `package first

import "testing"

func TestLeak(t *testing.T) {
	c := make(chan int)
	//interleave:ignore send-without-receiver this test is about deadlocks
	c <- 1
}
`,
	})
	class, module := filepath.Join(dir, "class"), filepath.Join(dir, "class", "anna")
	want := []string{
		"first.go:14:1 abandoned-send is not reported here any more: remove this comment",
		"first.go:17:14 this comment gives no reason and suppresses nothing: write //interleave:ignore relock and then why the code is right",
	}
	var got []string
	ofText := func(output string) []string {
		got = nil
		for _, m := range reportLine.FindAllStringSubmatch(output, -1) {
			got = append(got, strings.TrimPrefix(filepath.ToSlash(m[1]), "./")+" "+strings.TrimSuffix(m[2], " (ignore-comment)"))
		}
		slices.Sort(got)
		return got
	}

	alone, _, code := interleave(t, module, "vet", "./...")
	if code != exitReports || !slices.Equal(ofText(alone), want) {
		t.Errorf("interleave vet, code %d: %q", code, got)
	}
	_, under, _ := execute(t, module, nil, "go", "vet", "-vettool="+binary, "./...")
	if !slices.Equal(ofText(under), want) {
		t.Errorf("go vet: %q", got)
	}
	records, _, _ := interleave(t, class, "grade", ".", "-o", "-")
	var record struct {
		Reports []struct{ Message string }
		Ignored []struct{ Rule string }
	}
	if err := json.Unmarshal([]byte(records), &record); err != nil {
		t.Fatal(err)
	}
	if len(record.Reports) != 2 || !strings.HasSuffix(want[0], record.Reports[0].Message) || !strings.HasSuffix(want[1], record.Reports[1].Message) {
		t.Errorf("interleave grade: %+v", record.Reports)
	}
	if len(record.Ignored) != 2 || record.Ignored[0].Rule != "abandoned-send" || record.Ignored[1].Rule != "send-without-receiver" {
		t.Errorf("interleave grade tells the instructor that these are ignored: %+v", record.Ignored)
	}

	e := startEditor(t, object{}, nil)
	uri := fileURI(filepath.Join(module, "first.go"))
	e.open(uri, ignoring, 1)
	shown := e.published(uri, 1)
	if len(shown) != 2 || len(ofRule(shown, "ignore-comment")) != 2 {
		t.Errorf("the editor shows %+v", shown)
	}
	// While a function does not compile, nobody knows what it would report.
	broken := strings.Replace(ignoring, "return <-answers", "return <-answer", 1)
	e.replaceAll(uri, broken, 2)
	if shown := e.published(uri, 2); len(ofRule(shown, "ignore-comment")) != 0 {
		t.Errorf("with a function that does not compile the editor shows %+v", shown)
	}

	// A rule that is switched off needs its comments all the same.
	for _, args := range [][]string{
		{binary, "vet", "--rules=-abandoned-send,-send-without-receiver", "./..."},
		{"go", "vet", "-vettool=" + binary, "-rules=-abandoned-send,-send-without-receiver", "./..."},
	} {
		stdout, stderr, _ := execute(t, module, nil, args[0], args[1:]...)
		if !slices.Equal(ofText(stdout+stderr), want) {
			t.Errorf("%q: %q", args, got)
		}
	}

	// The fix removes the comment that is not needed.
	if _, stderr, _ := execute(t, module, nil, "go", "vet", "-fix", "-vettool="+binary, "./..."); strings.Contains(stderr, "any more") {
		t.Error(stderr)
	}
	if fixed, err := os.ReadFile(filepath.Join(module, "first.go")); err != nil || strings.Contains(string(fixed), "it had one") {
		t.Errorf("after -fix: %s %v", fixed, err)
	}
}

func TestTheEditorOffersToIgnoreWithAReason(t *testing.T) {
	source := strings.Replace(ignoring, " //interleave:ignore abandoned-send all of them are asked for one answer", "", 1)
	dir := writeModule(t, map[string]string{"go.mod": "module first\n\ngo 1.26\n", "first.go": source})
	uri := fileURI(filepath.Join(dir, "first.go"))
	e := startEditor(t, object{}, nil)
	e.open(uri, source, 1)
	leak := ofRule(e.published(uri, 1), "abandoned-send")
	if len(leak) != 1 {
		t.Fatalf("%+v", leak)
	}
	var actions []struct {
		Title       string
		IsPreferred bool
		Edit        struct {
			Changes map[string][]struct {
				Range   json.RawMessage
				NewText string
			}
		}
	}
	raw := e.call("textDocument/codeAction", object{"textDocument": object{"uri": uri}, "range": leak[0].Range, "context": object{"diagnostics": []any{}, "only": []string{"quickfix"}}})
	if err := json.Unmarshal(raw, &actions); err != nil {
		t.Fatal(err)
	}
	last := actions[len(actions)-1]
	edits := last.Edit.Changes[uri]
	if last.Title != "Ignore abandoned-send here (you write the reason)" || last.IsPreferred || len(edits) != 1 ||
		edits[0].NewText != "\t\t//interleave:ignore abandoned-send \n" || !strings.Contains(string(edits[0].Range), `"line":6,"character":0`) {
		t.Errorf("the last action is %+v in %s", last, raw)
	}
}

func TestAnExerciseIsNotSolvedByAComment(t *testing.T) {
	ex, _ := course(t).Exercise("first-result")
	name, starter := mainFile(t, ex)
	root := filepath.Join(t.TempDir(), "course")
	if _, stderr, code := interleave(t, filepath.Dir(root), "learn", root); code != 0 {
		t.Fatal(stderr)
	}
	silenced := strings.Replace(starter, "answers <- ", "//interleave:ignore abandoned-send I know\n\t\t\tanswers <- ", 1)
	if silenced == starter {
		t.Fatal("the starter has changed")
	}
	if err := os.WriteFile(filepath.Join(root, filepath.FromSlash(ex.Dir), name), []byte(silenced), 0o644); err != nil {
		t.Fatal(err)
	}
	if stdout, _, _ := interleave(t, root, "vet", "./"+ex.Dir); strings.Contains(stdout, "abandoned-send") {
		t.Errorf("the comment suppresses nothing: %s", stdout)
	}
	stdout, stderr, code := interleave(t, root, "check", ex.Name)
	if code != exitReports || !strings.Contains(stdout, "the comment does not help here") {
		t.Errorf("check ends with %d: %s%s", code, stdout, stderr)
	}
}
