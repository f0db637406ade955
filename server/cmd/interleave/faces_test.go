package main

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"interleave/analyzers/rules"
	"interleave/server/internal/report"
	"interleave/server/internal/session"
)

// Every face tells the same of one module in which each rule has something to say:
// the same rule, place, end, words, confidence and other places, hints included.
//
// By design they differ in this: grade never tells hints, go vet has no field for the
// confidence, and of the editor's documents only those are told about that are open.
func TestEveryFaceReportsTheSame(t *testing.T) {
	files := make(map[string]string)
	for name, text := range gallery(t) {
		files["module/"+name] = text
	}
	class := writeModule(t, files) // to grade, of one submission
	module := filepath.Join(class, "module")

	stdout, stderr, code := interleave(t, module, "vet", "--hints", "--json", "./...")
	if code != exitReports || stderr != "" {
		t.Errorf("interleave vet: code %d, stderr %s", code, stderr)
	}
	batch := decodeAll[report.Line](t, stdout)
	t.Run("as wanted", func(t *testing.T) { expectWanted(t, module, batch) })

	t.Run("go vet", func(t *testing.T) {
		sameLines(t, reportedByGoVet(t, module), told(batch, func(l *report.Line) bool {
			l.Confidence = 0
			return true
		}))
	})
	t.Run("editor", func(t *testing.T) {
		sameLines(t, reportedByTheEditor(t, module), told(batch, nil))
	})
	t.Run("grade", func(t *testing.T) {
		stdout, _, _ := interleave(t, class, "grade", ".", "-o", "-")
		records := decodeAll[struct {
			State, Reason    string
			Reports, Ignored []report.Line
			Notes            []string
		}](t, stdout)
		if len(records) != 1 || records[0].State != "failed" || len(records[0].Notes) > 0 {
			t.Fatalf("records %+v", records)
		}
		sameLines(t, told(records[0].Reports, nil), told(batch, func(l *report.Line) bool { return l.Confidence != rules.Hint }))
		if len(records[0].Ignored) == 0 {
			t.Error("no report is ignored")
		}
	})
}

// told renders what all faces have of the reports. adapt may change a copy of each,
// and says whether it is wanted.
func told(lines []report.Line, adapt func(*report.Line) bool) (list []string) {
	for _, l := range lines {
		l = report.Line{Rule: l.Rule, Confidence: l.Confidence, Message: l.Message, File: l.File, Start: l.Start, End: l.End, Related: l.Related}
		if adapt == nil || adapt(&l) {
			text, err := json.Marshal(l)
			if err != nil {
				panic(err) // its types have JSON forms
			}
			list = append(list, string(text))
		}
	}
	slices.Sort(list)
	return list
}

// sameLines tells what only one of two lists has, and what either has twice.
func sameLines(t *testing.T, got, want []string) {
	t.Helper()
	if len(want) == 0 {
		t.Error("nothing to compare with")
	}
	for i, line := range got {
		if !slices.Contains(want, line) {
			t.Errorf("only here:\n\t%s", line)
		}
		if i > 0 && line == got[i-1] {
			t.Errorf("twice:\n\t%s", line)
		}
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("not here:\n\t%s", line)
		}
	}
}

// reportedByGoVet runs the vettool. A package is analysed with and without its tests,
// and JSON, unlike the text, has both.
func reportedByGoVet(t *testing.T, module string) []string {
	t.Helper()
	type place struct{ Posn, End, Message string }
	type diagnostic struct {
		place
		Category rules.Name
		Related  []place
	}
	stdout, stderr, _ := execute(t, module, nil, "go", "vet", "-json", "-hints", "-vettool="+binary, "./...")
	output := regexp.MustCompile(`(?m)^#.*$`).ReplaceAllString(stdout+stderr, "")
	span := func(p place) (file string, start, end session.Position) {
		file, start = positionIn(t, module, p.Posn)
		_, end = positionIn(t, module, p.End)
		return file, start, end
	}
	var lines []report.Line
	for _, byPackage := range decodeAll[map[string]map[string][]diagnostic](t, output) {
		for _, byAnalyzer := range byPackage {
			for _, list := range byAnalyzer {
				for _, d := range list {
					l := report.Line{Rule: d.Category, Message: strings.TrimSuffix(d.Message, " ("+string(d.Category)+")")}
					l.File, l.Start, l.End = span(d.place)
					for _, r := range d.Related {
						related := report.Place{Message: r.Message}
						related.File, related.Start, related.End = span(r)
						l.Related = append(l.Related, related)
					}
					lines = append(lines, l)
				}
			}
		}
	}
	return slices.Compact(told(lines, nil))
}

// positionIn reads "FILE:LINE:COLUMN".
func positionIn(t *testing.T, module, text string) (file string, p session.Position) {
	t.Helper()
	m := regexp.MustCompile(`^(.*):(\d+):(\d+)$`).FindStringSubmatch(text)
	if m == nil {
		t.Fatalf("%q is no position", text)
	}
	p.Line, _ = strconv.Atoi(m[2])
	p.Column, _ = strconv.Atoi(m[3])
	return filepath.ToSlash(report.Relative(module, m[1])), p
}

// reportedByTheEditor opens every file of the module. The facts of other packages are
// at hand when interleave vet has been there before, so that what is published first
// is complete.
func reportedByTheEditor(t *testing.T, module string) []string {
	t.Helper()
	confidences := map[int]rules.Confidence{2: rules.Certain, 3: rules.Likely, 4: rules.Hint} // by severity
	e := startServer(t)
	capabilities := object{"general": object{"positionEncodings": []string{"utf-8"}}}
	for key, value := range fullCapabilities {
		capabilities[key] = value
	}
	e.initialize(object{"hints": true}, capabilities)
	names := make(map[string]string) // by URI
	for name, text := range sourcesIn(t, module) {
		uri := fileURI(filepath.Join(module, filepath.FromSlash(name)))
		names[uri] = name
		e.open(uri, text, 1)
	}
	span := func(r textRange) (start, end session.Position) {
		return session.Position{Line: r.Start.Line + 1, Column: r.Start.Character + 1}, session.Position{Line: r.End.Line + 1, Column: r.End.Character + 1}
	}
	var lines []report.Line
	for uri, name := range names {
		for _, d := range e.published(uri, 1) {
			l := report.Line{Rule: rules.Name(d.Code), Confidence: confidences[d.Severity], Message: d.Message, File: name}
			l.Start, l.End = span(d.Range)
			for _, r := range d.Related {
				related := report.Place{File: names[r.Location.URI], Message: r.Message}
				related.Start, related.End = span(r.Location.Range)
				l.Related = append(l.Related, related)
			}
			if d.Data.Confidence != l.Confidence.String() || d.Data.Rule != d.Code {
				t.Errorf("the data of %+v say something else", d)
			}
			lines = append(lines, l)
		}
	}
	return told(lines, nil)
}

// A wanted report is what a want comment asks for.
type wanted struct {
	file    string
	line    int
	message *regexp.Regexp
}

var wantComment = regexp.MustCompile("// want (?:\\+(\\d+) )?(`.*`)")

// wantedIn reads the want comments of a file, as analysistest does.
func wantedIn(t *testing.T, name, text string) (list []wanted) {
	t.Helper()
	number := 0
	for line := range strings.Lines(text) {
		number++
		m := wantComment.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		below, _ := strconv.Atoi(m[1]) // 0 where it is left out
		for _, quoted := range regexp.MustCompile("`[^`]*`").FindAllString(m[2], -1) {
			pattern, err := regexp.Compile(strings.Trim(quoted, "`"))
			if err != nil {
				t.Fatalf("%s:%d: %v", name, number, err)
			}
			list = append(list, wanted{name, number + below, pattern})
		}
	}
	return list
}

// expectWanted fails the test unless the reports are there that the module's want
// comments ask for, and at least one of each rule.
func expectWanted(t *testing.T, module string, reports []report.Line) {
	t.Helper()
	for name, text := range sourcesIn(t, module) {
		for _, w := range wantedIn(t, name, text) {
			if !slices.ContainsFunc(reports, func(l report.Line) bool {
				return l.File == w.file && l.Start.Line == w.line && w.message.MatchString(l.Message+" ("+string(l.Rule)+")")
			}) {
				t.Errorf("%s:%d: no report matches %s", w.file, w.line, w.message)
			}
		}
	}
	for _, rule := range rules.All() {
		if !slices.ContainsFunc(reports, func(l report.Line) bool { return l.Rule == rule.Name }) {
			t.Errorf("there is no report of %s", rule.Name)
		}
	}
	for _, suffix := range []string{"_test.go", "_outside_test.go"} {
		if !slices.ContainsFunc(reports, func(l report.Line) bool { return strings.HasSuffix(l.File, suffix) }) {
			t.Errorf("there is no report in a file named *%s", suffix)
		}
	}
}

// ruleInPattern finds the rules that the pattern of a want comment names.
var ruleInPattern = regexp.MustCompile(`\\\(([a-z-]+)\\\)`)

// gallery is a module of packages that the analyzers are tested by, FAMILY/NAME: for
// each rule the first that wants it, and all that consist of several packages or have
// ignore comments.
func gallery(t *testing.T) map[string]string {
	t.Helper()
	missing := make(map[rules.Name]bool)
	for _, rule := range rules.All() {
		missing[rule.Name] = true
	}
	shown := map[string]string{
		"go.mod":             "module example\n\ngo 1.26.0\n\nrequire golang.org/x/sync v0.24.0\n",
		"vendor/modules.txt": "# golang.org/x/sync v0.24.0\n## explicit; go 1.26.0\ngolang.org/x/sync/errgroup\n",
	}
	tested := filepath.Join("..", "..", "..", "analyzers")
	standIn, err := os.ReadFile(filepath.Join(tested, "sharedstate", "testdata", "xsync", "errgroup", "errgroup.go"))
	if err != nil {
		t.Fatal(err)
	}
	shown["vendor/golang.org/x/sync/errgroup/errgroup.go"] = string(standIn)

	folders, err := filepath.Glob(filepath.Join(tested, "*", "testdata", "src"))
	if err != nil || len(folders) == 0 {
		t.Fatalf("folders %v: %v", folders, err)
	}
	for _, folder := range folders {
		family, err := filepath.Rel(tested, filepath.Dir(filepath.Dir(folder)))
		if err != nil {
			t.Fatal(err)
		}
		packages := make(map[string]map[string]string)
		for name, text := range sourcesIn(t, folder) {
			parts := strings.Split(name, "/")
			pkg := parts[0]
			if pkg == "known" {
				continue
			}
			if pkg == "hints" {
				pkg = path.Join(parts[:2]...)
			}
			if packages[pkg] == nil {
				packages[pkg] = make(map[string]string)
			}
			packages[pkg][path.Join(family, name)] = strings.ReplaceAll(text, "example/", "example/"+family+"/")
		}
		for _, pkg := range slices.Sorted(maps.Keys(packages)) {
			chosen := false
			for name, text := range packages[pkg] {
				chosen = chosen || path.Dir(name) != path.Join(family, pkg) || strings.Contains(text, "//interleave:ignore")
				for _, w := range wantedIn(t, name, text) {
					for _, m := range ruleInPattern.FindAllStringSubmatch(w.message.String(), -1) {
						chosen = chosen || missing[rules.Name(m[1])]
						delete(missing, rules.Name(m[1]))
					}
				}
			}
			if chosen {
				maps.Copy(shown, packages[pkg])
			}
		}
	}
	return shown
}

// sourcesIn returns the Go files below a folder, by their paths from there with slashes.
func sourcesIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	sources := make(map[string]string)
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.Name() == "vendor":
			return fs.SkipDir
		case path.Ext(name) != ".go":
			return nil
		}
		text, err := fs.ReadFile(root, name)
		sources[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return sources
}

// decodeAll reads JSON values until the end of a text.
func decodeAll[T any](t *testing.T, text string) (list []T) {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(text))
	for {
		var value T
		err := decoder.Decode(&value)
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		list = append(list, value)
	}
}
