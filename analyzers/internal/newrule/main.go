// Command newrule begins a rule: a row in the catalogue, a page with its sections, and
// two test packages, one for the bug and one for correct code that looks like it.
//
//	go run ./analyzers/internal/newrule [-lesson LESSON] [-best CONFIDENCE] ANALYZER NAME
//
// It is run at the root of the repository. What it writes is there to be filled in: the
// tests of the catalogue fail until the words are written. It changes no other file and
// overwrites none.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"interleave/analyzers/rules"
)

// lessons are the names that the catalogue uses for the lessons.
var lessons = map[rules.Lesson]string{
	rules.Goroutines: "Goroutines", rules.Synchronization: "Synchronization", rules.Async: "Async",
	rules.RaceConditions: "RaceConditions", rules.Deadlocks: "Deadlocks", rules.Parallelism: "Parallelism",
}

func main() {
	lesson := flag.String("lesson", string(rules.Async), "the `folder` of the lesson that explains the rule")
	best := flag.String("best", rules.Likely.String(), "the best `confidence` of its reports: hint, likely or certain")
	flag.Parse()
	if flag.NArg() != 2 {
		flag.Usage()
		os.Exit(2)
	}
	r := rules.Rule{Analyzer: flag.Arg(0), Name: rules.Name(flag.Arg(1)), Lesson: rules.Lesson(*lesson)}
	err := r.Best.UnmarshalText([]byte(*best))
	if err == nil {
		err = begin("analyzers", r)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "newrule:", err)
		os.Exit(1)
	}
	fmt.Printf(`%s is begun. Still to do:
  its title and summary in analyzers/rules/catalogue.go, then go generate ./analyzers/rules
  its page analyzers/rules/%[1]s.md
  <a id="%[1]s"></a> and a section in lessons/%s/README.md
  its tests: first the correct programs that look like the bug, then the bugs
  its programs analyzers/testdata/everyrule/%[1]s/{across,field,alike}, by somebody else
  what finds it, and its words, in analyzers/%s
`, r.Name, r.Lesson, r.Analyzer)
}

var wellFormed = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)

// begin writes the files of a rule below dir, the folder of the analyzers.
func begin(dir string, r rules.Rule) error {
	if !wellFormed.MatchString(string(r.Name)) {
		return fmt.Errorf("%q is no name for a rule: want words in small letters, joined by -", r.Name)
	}
	if _, known := rules.Lookup(r.Name); known {
		return fmt.Errorf("there is a rule %s already", r.Name)
	}
	if lessons[r.Lesson] == "" {
		return fmt.Errorf("no lesson %s", r.Lesson)
	}
	catalogue := filepath.Join(dir, "rules", "catalogue.go")
	text, err := os.ReadFile(catalogue)
	if err != nil {
		return err
	}
	text, err = withRow(text, r)
	if err != nil {
		return err
	}
	word := strings.ReplaceAll(string(r.Name), "-", "")
	src := filepath.Join(dir, r.Analyzer, "testdata", "src")
	for _, file := range []struct{ path, text string }{
		{filepath.Join(dir, "rules", string(r.Name)+".md"), page},
		{filepath.Join(src, word, word+".go"), fmt.Sprintf("// Package %s has the bug: straight, across functions, and through a field.\npackage %[1]s\n", word)},
		{filepath.Join(src, word+"not", word+"not.go"), fmt.Sprintf("// Package %snot is correct and looks like the bug.\npackage %[1]snot\n", word)},
	} {
		if err := create(file.path, file.text); err != nil {
			return err
		}
	}
	return os.WriteFile(catalogue, text, 0o666)
}

// withRow puts the row of a rule behind those of its analyzer.
func withRow(catalogue []byte, r rules.Rule) ([]byte, error) {
	lines := strings.SplitAfter(string(catalogue), "\n")
	last := -1
	for i, line := range lines {
		if strings.TrimSpace(line) == fmt.Sprintf("Analyzer: %q,", r.Analyzer) {
			last = i
		}
	}
	if last < 0 {
		return nil, fmt.Errorf("the catalogue has no rules of an analyzer %s", r.Analyzer)
	}
	end := slices.Index(lines[last:], "\t},\n")
	if end < 0 {
		return nil, errors.New("the catalogue is not in gofmt's form")
	}
	best := r.Best.String()
	row := fmt.Sprintf("\t{\n\t\tName:     %q,\n\t\tAnalyzer: %q,\n\t\tTitle:    \"\",\n\t\tSummary:  \"\",\n\t\tLesson:   %s,\n\t\tBest:     %s,\n\t},\n",
		r.Name, r.Analyzer, lessons[r.Lesson], strings.ToUpper(best[:1])+best[1:])
	return []byte(strings.Join(slices.Insert(lines, last+end+1, row), "")), nil
}

// create writes a new file, and the folders that it needs.
func create(path, text string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

// page is a rule's page without its words.
const page = "<!-- header -->\n<!-- /header -->\n\n```go\n```\n\n## The interleaving\n\n```\n```\n\n## Why\n\n## The fix\n\n```go\n```\n\n" +
	"## How sure the report is\n\n## When it stays silent\n"
