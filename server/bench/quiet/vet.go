package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"interleave/server/bench/internal/modules"
	"interleave/server/bench/internal/tools"
	"interleave/server/internal/gocmd"
)

// A result is what came of all modules.
type result struct {
	reports []*report
	modules []counted
	exam    map[string]score // by rule
}

// counted is what is told of a module beside its reports.
type counted struct {
	modules.Module
	lines    int
	failures []string // what go vet complained of beside them, in its words
}

// vet runs the tool over the module and adds what it reports.
func (all *result) vet(ctx context.Context, tc *gocmd.Toolchain, tool string, s *modules.Source) error {
	r, err := gocmd.Run(ctx, gocmd.Command{
		Path:    tc.Go,
		Args:    []string{"vet", "-json", "-vettool=" + tool, s.Pattern},
		Dir:     s.Dir,
		Env:     s.Env(),
		Timeout: tools.Patience,
		Limit:   1 << 30,
	})
	if err != nil {
		return err
	}
	reports, failures, err := parse(r.Stdout, s.Root)
	if err != nil {
		return fmt.Errorf("what go vet printed: %w", err)
	}
	failures = append(failures, complaints(string(r.Stderr), s.Root, tool)...)
	if r.Code != 0 && len(failures) == 0 {
		failures = append(failures, fmt.Sprintf("go vet ended with code %d", r.Code))
	}
	functions := make(functions)
	for _, r := range reports {
		r.Module, r.Version = s.Path, s.Version
		r.Function = functions.around(filepath.Join(s.Root, filepath.FromSlash(r.File)), r.Line)
		r.Link = s.Link(r.File, r.Line)
	}
	all.reports = append(all.reports, reports...)
	all.modules = append(all.modules, counted{s.Module, s.Lines, failures})
	return nil
}

// complaints returns what go vet wrote beside its output, without headings and
// without this machine's folders. One crash may write thousands of lines: the
// first ones of them tell it.
func complaints(stderr, root, tool string) []string {
	const enough = 20
	short := strings.NewReplacer(root+string(filepath.Separator), "", tool, filepath.Base(tool))
	var lines []string
	for line := range strings.Lines(stderr) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "# ") {
			lines = append(lines, short.Replace(line))
		}
	}
	if more := len(lines) - enough; more > 0 {
		lines = append(lines[:enough], fmt.Sprintf("and %d more lines", more))
	}
	return lines
}

// settle puts the reports in order, once all are there.
func (all *result) settle() { all.reports = settled(all.reports) }

// parse reads what go vet -json prints. Names of files become relative to root.
func parse(out []byte, root string) (reports []*report, failures []string, err error) {
	list, failures, err := tools.ReadVet(out)
	if err != nil {
		return nil, nil, err
	}
	for _, d := range list {
		if d.Posn == tools.Nowhere {
			failures = append(failures, d.Package+": "+d.Analyzer+": a report without a place: "+d.Message)
			continue
		}
		r := &report{Rule: d.Category, Message: strings.TrimSuffix(d.Message, " ("+d.Category+")")}
		r.Confidence = confidence(r.Message)
		if r.File, r.Line, r.Column, err = position(d.Posn, root); err != nil {
			return nil, nil, err
		}
		for _, other := range d.Related {
			if other.Posn == tools.Nowhere {
				r.Related = append(r.Related, related{tools.Nowhere, other.Message})
				continue
			}
			file, line, _, err := position(other.Posn, root)
			if err != nil {
				return nil, nil, err
			}
			r.Related = append(r.Related, related{file + ":" + strconv.Itoa(line), other.Message})
		}
		reports = append(reports, r)
	}
	return reports, failures, nil
}

// position reads FILE:LINE:COLUMN, or FILE:LINE. A place outside of root keeps
// its whole name.
func position(posn, root string) (file string, line, column int, err error) {
	numbers := make([]int, 0, 2)
	file = posn
	for len(numbers) < 2 {
		before, after, ok := cutLast(file, ":")
		n, err := strconv.Atoi(after)
		if !ok || err != nil {
			break
		}
		file, numbers = before, append(numbers, n)
	}
	switch len(numbers) {
	case 2:
		line, column = numbers[1], numbers[0]
	case 1:
		line = numbers[0]
	default:
		return "", 0, 0, fmt.Errorf("a position without a line: %q", posn)
	}
	if rel, err := filepath.Rel(root, file); err == nil && filepath.IsLocal(rel) {
		file = filepath.ToSlash(rel)
	}
	return file, line, column, nil
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
