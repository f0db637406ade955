package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"interleave/analyzers/rules"
)

// kinds are the programs of each rule in analyzers/testdata/everyrule: a bug across functions, one
// about a field, and a correct program that looks like the bug.
var kinds = []string{"across", "field", "alike"}

// An example is one of those programs.
type example struct {
	rule rules.Name
	kind string
	dir  string        // absolute
	bugs map[line]bool // where a report may stand; any of them will do
}

var bugComment = regexp.MustCompile(`// BUG\??(?: [a-z-]+)*$`)

// readExamples reads the programs of all rules below a folder.
func readExamples(root string) (list []example, err error) {
	for _, rule := range rules.All() {
		for _, kind := range kinds {
			e := example{rule: rule.Name, kind: kind, dir: filepath.Join(root, string(rule.Name), kind), bugs: make(map[line]bool)}
			files, err := filepath.Glob(filepath.Join(e.dir, "*.go"))
			if err != nil {
				return nil, err
			}
			for _, file := range files {
				text, err := os.ReadFile(file)
				if err != nil {
					return nil, err
				}
				for i, source := range strings.Split(string(text), "\n") {
					if bugComment.MatchString(source) {
						e.bugs[line{file, i + 1}] = true
					}
				}
			}
			if len(files) > 0 {
				list = append(list, e)
			}
		}
	}
	return list, nil
}

// examplesTable tells, for each rule, which tools see its bugs and which report something in the look-alike.
func (c *comparison) examplesTable(b *strings.Builder) {
	b.WriteString("\n## Each rule across functions, about a field, and its look-alike\n\n")
	b.WriteString("Programs that people who had not seen the analyzers wrote for each rule (analyzers/testdata/everyrule). For the two with a bug: the tools that report it, at a line where the bug may be\nreported. For the correct look-alike: the tools with any report there; teaching notes count for the rule that they are about.\n\n")
	b.WriteString("| rule | across functions | about a field | look-alike |\n|---|---|---|---|\n")
	totals := make(map[string]*[len(names)]int)
	for _, kind := range kinds {
		totals[kind] = new([len(names)]int)
	}
	counts := make(map[string]int)
	for _, rule := range rules.All() {
		cells := make(map[string]string)
		for _, e := range c.examples {
			if e.rule != rule.Name {
				continue
			}
			counts[e.kind]++
			var who []string
			for i, name := range names {
				if c.speaksOf(i, e) {
					who = append(who, name)
					totals[e.kind][i]++
				}
			}
			cells[e.kind] = strings.Join(who, ", ")
			if len(who) == 0 {
				cells[e.kind] = "-"
			}
		}
		if len(cells) > 0 {
			fmt.Fprintf(b, "| %s | %s | %s | %s |\n", rule.Name, cells["across"], cells["field"], cells["alike"])
		}
	}
	fmt.Fprint(b, "| all |")
	for _, kind := range kinds {
		var sums []string
		for i, name := range names {
			sums = append(sums, fmt.Sprintf("%s %d", name, totals[kind][i]))
		}
		fmt.Fprintf(b, " %s of %d |", strings.Join(sums, ", "), counts[kind])
	}
	b.WriteString("\n")
}

// speaksOf reports whether a tool reports the bug of an example, or anything in a look-alike.
func (c *comparison) speaksOf(tool int, e example) bool {
	return slices.ContainsFunc(c.said[tool], func(s said) bool {
		if e.kind != "alike" {
			return e.bugs[s.line]
		}
		return filepath.Dir(s.file) == e.dir && (tool != mine || !isNote(s.check) || s.check == string(e.rule))
	})
}
