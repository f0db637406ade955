package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// write leaves the three files in dir, and prints the summary.
func write(dir string, all *result, seed uint64) error {
	var page strings.Builder
	summary(&page, all)
	fmt.Print(page.String())
	tables(&page, all.reports, seed)
	err := os.WriteFile(filepath.Join(dir, "report.md"), []byte(page.String()), 0o666)
	err = errors.Join(err, create(filepath.Join(dir, "reports.jsonl"), func(w io.Writer) error {
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		for _, r := range all.reports {
			if err := encoder.Encode(r); err != nil {
				return err
			}
		}
		return nil
	}))
	err = errors.Join(err, create(filepath.Join(dir, "unjudged.csv"), func(w io.Writer) error {
		return writeUnjudged(w, all.reports)
	}))
	if err == nil {
		fmt.Fprintf(os.Stderr, "report.md, reports.jsonl and unjudged.csv are in %s\n", dir)
	}
	return err
}

func create(path string, fill func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(fill(f), f.Close())
}

// A tally counts reports of one confidence by their verdicts.
type tally struct {
	all, real, arguable, false int // the last three of the listed ones
	listed                     int
}

func (t *tally) add(r *report) {
	t.all++
	if !r.Listed {
		return
	}
	t.listed++
	switch r.Verdict {
	case isReal:
		t.real++
	case isArguable:
		t.arguable++
	case isFalse:
		t.false++
	}
}

func (t tally) judged() int { return t.real + t.arguable + t.false }

// share is the part of the judged reports that is real.
func (t tally) share() string {
	if t.judged() == 0 {
		return "-"
	}
	return fmt.Sprintf("%.0f %%", 100*float64(t.real)/float64(t.judged()))
}

// tallies returns those of certain and likely reports.
func tallies(reports []*report) map[string]tally {
	counts := make(map[string]tally)
	for _, r := range reports {
		t := counts[r.Confidence]
		t.add(r)
		counts[r.Confidence] = t
	}
	return counts
}

func summary(w io.Writer, all *result) {
	lines := 0
	for _, m := range all.modules {
		lines += m.lines
	}
	counts := tallies(all.reports)
	fmt.Fprintf(w, "%d reports on %d lines of Go in %d modules, tests included: %s.\n\n",
		len(all.reports), lines, len(all.modules), perThousand(len(all.reports), lines))

	fmt.Fprint(w, "| | reports | listed | real | arguable | false | unjudged | share real |\n|---|---:|---:|---:|---:|---:|---:|---:|\n")
	for _, c := range []string{certain, likely} {
		t := counts[c]
		fmt.Fprintf(w, "| %s | %d | %d | %d | %d | %d | %d | %s |\n",
			c, t.all, t.listed, t.real, t.arguable, t.false, t.listed-t.judged(), t.share())
	}

	fmt.Fprint(w, "\n| module | lines | certain | likely | reports per 1000 lines |\n|---|---:|---:|---:|---:|\n")
	for _, m := range all.modules {
		of := tallies(selected(all.reports, func(r *report) bool { return r.Module == m.Path }))
		fmt.Fprintf(w, "| %s %s | %d | %d | %d | %s |\n", m.Path, m.Version, m.lines, of[certain].all, of[likely].all,
			ratio(of[certain].all+of[likely].all, m.lines))
	}

	byRule(w, all)

	failed := false
	for _, m := range all.modules {
		for _, f := range m.failures {
			if !failed {
				fmt.Fprint(w, "\nNot analysed:\n\n")
				failed = true
			}
			fmt.Fprintf(w, "* %s: %s\n", m.Path, f)
		}
	}
}

// byRule tells of each rule what it finds and misses in the exam, and how much of what it says is true.
// Of the exam's programs it is known, of the reports here by their verdicts.
func byRule(w io.Writer, all *result) {
	fmt.Fprint(w, "\n| rule | exam: found | missed | false | certain here | real | likely here | real | real of all |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n")
	for _, rule := range rules(all) {
		of := tallies(selected(all.reports, func(r *report) bool { return r.Rule == rule }))
		exam, c, l := all.exam[rule], of[certain], of[likely]
		whole := tally{real: exam.found + c.real + l.real, arguable: c.arguable + l.arguable, false: exam.false + c.false + l.false}
		fmt.Fprintf(w, "| %s | %d | %d | %d | %d | %s | %d | %s | %s |\n", rule, exam.found, exam.missed, exam.false, c.all, c.share(), l.all, l.share(), whole.share())
	}
}

func perThousand(n, lines int) string { return ratio(n, lines) + " per 1000 lines" }

func ratio(n, lines int) string {
	if lines == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", 1000*float64(n)/float64(lines))
}

func selected(reports []*report, keep func(*report) bool) []*report {
	return slices.DeleteFunc(slices.Clone(reports), func(r *report) bool { return !keep(r) })
}

// rules lists those of which anything is known.
func rules(all *result) []string {
	names := slices.Collect(maps.Keys(all.exam))
	for _, r := range all.reports {
		names = append(names, r.Rule)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// tables writes what is to be judged, one row for each report.
func tables(w io.Writer, reports []*report, seed uint64) {
	for _, t := range []struct{ confidence, title string }{
		{certain, "Every certain report"},
		{likely, fmt.Sprintf("Likely reports, drawn with seed %d", seed)},
	} {
		fmt.Fprintf(w, "\n## %s\n\n| place | report | verdict | reason |\n|---|---|---|---|\n", t.title)
		for _, r := range reports {
			if r.Listed && r.Confidence == t.confidence {
				fmt.Fprintf(w, "| %s | %s: %s | %s | %s |\n", r.markdownPlace(), r.Rule, cell(r.Message), r.Verdict, cell(r.Reason))
			}
		}
	}
}

func (r *report) markdownPlace() string {
	name := r.Module + " " + r.place()
	if r.Link == "" {
		return r.Module + "@" + r.Version + "/" + r.place()
	}
	return "[" + name + "](" + r.Link + ")"
}

// cell escapes what would end a cell of a Markdown table or be markup in it.
func cell(text string) string {
	return strings.NewReplacer("|", `\|`, "\n", " ", "<", "&lt;", "*", `\*`, "[", `\[`).Replace(text)
}
