package analyzers_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"interleave/analyzers/finding"
	"interleave/analyzers/rules"
)

// Each rule has three programs in testdata/everyrule, written by somebody who had not seen the
// analyzers: across, whose bug lies in more than one function; field, whose bug is about what a
// field of a struct holds; and alike, which is correct and looks like the bug.
//
// A comment "// BUG" marks a line where the report may stand, "// BUG? " one of several of which
// any will do. A rule that is named there may tell it as well. "// also RULE" marks a
// line with a second report that is true, because the bug leads to it.

// everyRule is where those programs lie.
var everyRule = filepath.Join("testdata", "everyrule")

var (
	bugMark  = regexp.MustCompile(`// BUG\??((?: [a-z-]+)*)$`)
	alsoMark = regexp.MustCompile(`// also ([a-z-]+)$`)
)

func TestEveryRuleAcrossFunctionsAndThroughFields(t *testing.T) {
	known := knownMisses(t)
	reports := make(map[string][]report) // by program, RULE/KIND
	root, err := filepath.Abs(everyRule)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range analyzeWithHints(t, root) {
		dir, err := filepath.Rel(root, filepath.Dir(r.file))
		if err != nil {
			t.Fatal(err)
		}
		reports[filepath.ToSlash(dir)] = append(reports[filepath.ToSlash(dir)], r)
	}
	for _, rule := range rules.All() {
		if rule.Name == finding.IgnoreRule {
			continue // it is about comments
		}
		for _, kind := range []string{"across", "field", "alike"} {
			program := string(rule.Name) + "/" + kind
			problems := judge(t, filepath.Join(root, filepath.FromSlash(program)), rule, kind, reports[program])
			switch reason, isKnown := known[program]; {
			case isKnown && len(problems) == 0:
				t.Errorf("%s is judged rightly now: take it out of known.txt", program)
			case isKnown:
				t.Logf("known: %s: %s", program, reason)
			default:
				for _, problem := range problems {
					t.Errorf("%s: %s", program, problem)
				}
			}
			delete(known, program)
		}
	}
	for program := range known {
		t.Errorf("known.txt names %s, which is none of the programs", program)
	}
}

// judge tells what is wrong with the reports on one program.
func judge(t *testing.T, dir string, rule rules.Rule, kind string, reports []report) (problems []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(files) == 0 {
		return []string{"there is no such program"}
	}
	type place struct {
		file string
		line int
	}
	marked, also := make(map[place][]string), make(map[place]string)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			if m := bugMark.FindStringSubmatch(line); m != nil {
				marked[place{file, i + 1}] = append(strings.Fields(m[1]), string(rule.Name))
			}
			if m := alsoMark.FindStringSubmatch(line); m != nil {
				also[place{file, i + 1}] = m[1]
			}
		}
	}
	if (len(marked) > 0) != (kind != "alike") {
		problems = append(problems, fmt.Sprintf("%d lines are marked", len(marked)))
	}
	found := kind == "alike"
	for _, r := range reports {
		at := place{r.file, r.line}
		switch {
		case slices.Contains(marked[at], r.rule):
			found = true
		case r.hint && r.rule != string(rule.Name), also[at] == r.rule:
		default:
			problems = append(problems, fmt.Sprintf("%s:%d: %s (%s)", filepath.Base(r.file), r.line, r.message, r.rule))
		}
	}
	if !found {
		problems = append(problems, "the bug is not reported")
	}
	return problems
}

// knownMisses reads what is known to be judged wrongly, RULE/KIND and why on each line.
func knownMisses(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(everyRule, "known.txt"))
	if err != nil {
		t.Fatal(err)
	}
	known := make(map[string]string)
	for line := range strings.Lines(string(data)) {
		program, reason, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if reason == "" {
			t.Fatalf("known.txt: %q gives no reason", line)
		}
		known[program] = reason
	}
	return known
}

// A test that wants a message names its rule: the comparison with other tools counts by it, and a report of another rule at the same
// line is no find.
func TestEachWantedMessageNamesItsRule(t *testing.T) {
	message := regexp.MustCompile("`[^`]*`")
	named := regexp.MustCompile(`\\\(([a-z-]+)\\\)`)
	var files []string
	for _, pattern := range []string{"*/testdata/src/*/*.go", "*/testdata/src/*/*/*.go", "*/testdata/fixes/src/*/*.go"} {
		list, err := filepath.Glob(filepath.FromSlash(pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, list...)
	}
	positives := make(map[rules.Name]int)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			_, want, found := strings.Cut(line, "// want ")
			if !found {
				continue
			}
			for _, m := range message.FindAllString(want, -1) {
				found := false
				for _, name := range named.FindAllStringSubmatch(m, -1) {
					if rule, known := rules.Lookup(rules.Name(name[1])); known {
						found = true
						positives[rule.Name]++
					}
				}
				if !found {
					t.Errorf("%s:%d: %s names no rule", file, i+1, m)
				}
			}
		}
	}
	for _, rule := range rules.All() {
		if positives[rule.Name] < 2 {
			t.Errorf("%s: %d programs in the tests of %s have it, want 2", rule.Name, positives[rule.Name], rule.Analyzer)
		}
	}
}
