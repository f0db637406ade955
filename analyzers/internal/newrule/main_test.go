package main

import (
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"interleave/analyzers/rules"
)

var begun = rules.Rule{Name: "new-rule", Analyzer: "lockuse", Lesson: rules.Synchronization, Best: rules.Certain}

// folder makes a folder of analyzers that holds a copy of the catalogue.
func folder(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "rules", "catalogue.go"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "rules"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "rules", "catalogue.go"), text, 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestBeginsARule(t *testing.T) {
	dir := folder(t)
	if err := begin(dir, begun); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "rules", "catalogue.go"))
	if err != nil {
		t.Fatal(err)
	}
	if formatted, err := format.Source(text); err != nil || string(formatted) != string(text) {
		t.Errorf("the catalogue is not in gofmt's form: %v", err)
	}
	_, row, _ := strings.Cut(string(text), `"new-rule",`)
	row, after, _ := strings.Cut(row, "},\n")
	if !strings.Contains(row, `"lockuse",`) || !strings.Contains(row, "Synchronization,") || !strings.Contains(row, "Certain,") {
		t.Errorf("the row is not complete: %s", row)
	}
	if strings.Contains(after, `"lockuse",`) {
		t.Error("the row is not behind those of its analyzer")
	}
	for _, name := range []string{"rules/new-rule.md", "lockuse/testdata/src/newrule/newrule.go", "lockuse/testdata/src/newrulenot/newrulenot.go"} {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Error(err)
		}
	}
}

func TestRefusesAndWritesNothing(t *testing.T) {
	for _, r := range []rules.Rule{
		{Name: "New_Rule", Analyzer: "lockuse", Lesson: rules.Async},
		{Name: "missing-unlock", Analyzer: "lockuse", Lesson: rules.Async},
		{Name: "new-rule", Analyzer: "unknown", Lesson: rules.Async},
		{Name: "new-rule", Analyzer: "lockuse", Lesson: "99_nothing"},
	} {
		dir := folder(t)
		if err := begin(dir, r); err == nil {
			t.Errorf("%+v is accepted", r)
		}
		if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
			t.Errorf("%+v: %d entries, %v", r, len(entries), err)
		}
	}
}

func TestOverwritesNothing(t *testing.T) {
	dir := folder(t)
	page := filepath.Join(dir, "rules", "new-rule.md")
	if err := os.WriteFile(page, []byte("written"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := begin(dir, begun); err == nil {
		t.Error("an existing page is accepted")
	}
	if text, err := os.ReadFile(page); err != nil || string(text) != "written" {
		t.Errorf("%q, %v", text, err)
	}
}
