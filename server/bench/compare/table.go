package main

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"interleave/analyzers/rules"
	"interleave/server/bench/internal/tools"
)

// names are the tools, in the order of comparison.said.
var names = [...]string{"go vet", "staticcheck", "interleave"}

// mine is the place of our tool among them.
const mine = 2

// A comparison is what all tools say of all programs.
type comparison struct {
	programs []program
	examples []example
	said     [len(names)][]said
}

// tables writes the results as Markdown.
func (c *comparison) tables(version string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# What go vet, staticcheck and Interleave say of the same programs\n\n    go run ./server/bench/compare\n\n")
	fmt.Fprintf(&b, "%s %s/%s, staticcheck %s with all checks about bugs (SA), Interleave with teaching notes. The programs are those of our\n", version, runtime.GOOS, runtime.GOARCH, tools.StaticcheckVersion)
	b.WriteString("analyzers' tests, so the tables show what the others leave to be done, not how good they are at their own job. Programs that are known to be\njudged wrongly (testdata/src/known) are among them.\n")
	c.rulesTable(&b)
	c.examplesTable(&b)
	c.othersTable(&b)
	c.correctTable(&b)
	return b.String()
}

// rulesTable tells, for each rule, at how many of its bugs' lines a tool reports
// something: the others anything at all, we that rule.
func (c *comparison) rulesTable(b *strings.Builder) {
	b.WriteString("\n## Bugs found\n\nHow many of the marked lines a tool reports: go vet and staticcheck with any report there, Interleave with one of this rule, and how many lines it\nreports with this rule that are not marked with it: a test marks only what its own analyzer reports.\n\n")
	b.WriteString("| rule | lines | go vet | staticcheck | Interleave | missed | unmarked |\n|---|---:|---|---|---:|---:|---:|\n")
	var at [len(names)]map[line][]string
	for i := range c.said {
		at[i] = make(map[line][]string)
		for _, s := range c.said[i] {
			at[i][s.line] = append(at[i][s.line], s.check)
		}
	}
	var lines, unmarked int
	var totals [len(names)]int
	for _, rule := range rules.All() {
		var wanted []line
		for _, p := range c.programs {
			for _, bug := range p.bugs {
				if bug.rule == rule.Name {
					wanted = append(wanted, bug.line)
				}
			}
		}
		lines += len(wanted)
		var cells [len(names)]string
		var found [len(names)]int
		for i := range names {
			by := make(map[string]int)
			for _, place := range wanted {
				checks := slices.Clone(at[i][place])
				if i == mine {
					checks = slices.DeleteFunc(checks, func(check string) bool { return check != string(rule.Name) })
				}
				if len(checks) == 0 {
					continue
				}
				found[i]++
				for _, check := range checks {
					by[check]++
				}
			}
			totals[i] += found[i]
			cells[i] = fmt.Sprint(found[i])
			if i != mine && found[i] > 0 {
				cells[i] += " (" + counted(by) + ")"
			}
		}
		missed := len(wanted) - found[mine]
		beside := c.unmarked(rule.Name, wanted)
		unmarked += beside
		fmt.Fprintf(b, "| %s | %d | %s | %s | %s | %d | %d |\n", rule.Name, len(wanted), cells[0], cells[1], cells[2], missed, beside)
	}
	fmt.Fprintf(b, "| all | %d | %d | %d | %d | %d | %d |\n", lines, totals[0], totals[1], totals[2], lines-totals[mine], unmarked)
}

// unmarked counts our reports of a rule, in the programs of our analyzers' tests, on lines that are not marked with it. Teaching notes are
// marked only where a test asks for them.
func (c *comparison) unmarked(rule rules.Name, wanted []line) (n int) {
	for _, s := range c.said[mine] {
		if p := c.programOf(s); p != nil && s.check == string(rule) && !slices.Contains(wanted, s.line) && (p.hints || !isNote(s.check)) {
			n++
		}
	}
	return n
}

// othersTable tells where the others' reports stand, so that a report beside the
// marked line is not lost.
func (c *comparison) othersTable(b *strings.Builder) {
	b.WriteString("\n## All that the others report\n\n| tool | check | at a marked line | elsewhere in a program with bugs | in a correct program |\n|---|---|---:|---:|---:|\n")
	marked := make(map[line]bool)
	for _, p := range c.programs {
		for _, bug := range p.bugs {
			marked[bug.line] = true
		}
	}
	for i, name := range names {
		if i == mine {
			continue
		}
		counts := make(map[string]*[3]int)
		for _, s := range c.said[i] {
			p := c.programOf(s)
			if p == nil {
				continue // one of the examples
			}
			if counts[s.check] == nil {
				counts[s.check] = new([3]int)
			}
			switch {
			case marked[s.line]:
				counts[s.check][0]++
			case len(p.bugs) > 0:
				counts[s.check][1]++
			default:
				counts[s.check][2]++
			}
		}
		for _, check := range slices.Sorted(maps.Keys(counts)) {
			n := counts[check]
			fmt.Fprintf(b, "| %s | %s | %d | %d | %d |\n", name, check, n[0], n[1], n[2])
		}
	}
}

// correctTable tells in how many correct programs a tool reports something.
func (c *comparison) correctTable(b *strings.Builder) {
	b.WriteString("\n## Correct programs with a report\n\n| programs of | correct | go vet | staticcheck | Interleave |\n|---|---:|---|---|---|\n")
	correct := make(map[string]int)
	for _, p := range c.programs {
		if len(p.bugs) == 0 {
			correct[p.family]++
		}
	}
	for _, family := range slices.Sorted(maps.Keys(correct)) {
		fmt.Fprintf(b, "| %s | %d |", family, correct[family])
		for i := range names {
			reported, by := make(map[string]bool), make(map[string]int)
			for _, s := range c.said[i] {
				p := c.programOf(s)
				if p == nil || p.family != family || len(p.bugs) > 0 || i == mine && !p.hints && isNote(s.check) {
					continue
				}
				reported[p.dir] = true
				by[s.check]++
			}
			fmt.Fprintf(b, " %d", len(reported))
			if len(by) > 0 {
				fmt.Fprintf(b, " (%s)", counted(by))
			}
			b.WriteString(" |")
		}
		b.WriteString("\n")
	}
}

// isNote reports whether a rule never says more than a teaching note, which is off
// in most programs' tests.
func isNote(check string) bool {
	rule, ok := rules.Lookup(rules.Name(check))
	return ok && rule.Best == rules.Hint
}

// programOf returns the program of a report, or nil.
func (c *comparison) programOf(s said) *program {
	i := slices.IndexFunc(c.programs, func(p program) bool { return p.dir == filepath.Dir(s.file) })
	if i < 0 {
		return nil
	}
	return &c.programs[i]
}

// counted lists checks, the most frequent first.
func counted(by map[string]int) string {
	checks := slices.Sorted(maps.Keys(by))
	slices.SortStableFunc(checks, func(a, b string) int { return cmp.Compare(by[b], by[a]) })
	for i, check := range checks {
		if by[check] > 1 {
			checks[i] = fmt.Sprintf("%s %d", check, by[check])
		}
	}
	return strings.Join(checks, ", ")
}
