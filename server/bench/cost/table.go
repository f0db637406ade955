package main

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"time"
)

// tables prints both runs, and what exploration took of ours. Ratios are of CPU time, ours to the other's.
func tables(w io.Writer, tools []tool, rows []row) {
	fmt.Fprintf(w, "%s %s/%s, %d CPUs. CPU is user and system time of all processes; memory is that of the largest one.\n",
		runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	table(w, "The first run: nothing is known of any package, but everything is compiled", tools, rows, func(r row) []usage { return r.first })
	table(w, "After a change of every file: the dependencies are known", tools, rows, func(r row) []usage { return r.anew })
	explored(w, rows)
}

// explored prints what exploration took in the run that shows a module's own lines.
func explored(w io.Writer, rows []row) {
	fmt.Fprintf(w, "\nExploration, in our run over changed files:\n\n| module | packages searched | ms | share of CPU | longest ms | package |\n|---|---:|---:|---:|---:|---|\n")
	for _, r := range rows {
		u := r.steady()[mine]
		s := u.Search
		share := "-"
		if u.CPU > 0 {
			share = fmt.Sprintf("%.0f %%", 100*float64(s.Total)/float64(u.CPU))
		}
		fmt.Fprintf(w, "| %s | %d | %d | %s | %d | %s |\n", strings.TrimSpace(r.Path+" "+r.Version), s.Packages, s.Total.Milliseconds(), share, s.Longest.Milliseconds(), s.Of)
	}
}

func table(w io.Writer, title string, tools []tool, rows []row, of func(row) []usage) {
	fmt.Fprintf(w, "\n%s:\n\n| module | lines |", title)
	for _, t := range tools {
		fmt.Fprintf(w, " %s CPU s | wall s | MB |", t.name)
	}
	ratios := compared(tools)
	for _, r := range ratios {
		fmt.Fprintf(w, " %s to %s |", tools[r[0]].name, tools[r[1]].name)
	}
	fmt.Fprintf(w, "\n|---|%s\n", strings.Repeat("---:|", 1+3*len(tools)+len(ratios)))
	total := row{}
	total.Path = "all"
	sums := make([]usage, len(tools))
	for _, r := range rows {
		used := of(r)
		if len(used) == 0 {
			continue
		}
		line(w, r, used, ratios)
		total.lines += r.lines
		for i, u := range used {
			sums[i].Wall += u.Wall
			sums[i].CPU += u.CPU
			sums[i].Memory = max(sums[i].Memory, u.Memory)
		}
	}
	line(w, total, sums, ratios)
}

// mine is the place of our vettool among the tools that are measured.
const mine = 1

// compared lists which tools are set against which: each of ours against each of the others.
func compared(tools []tool) (pairs [][2]int) {
	for i, t := range tools {
		for j, other := range tools {
			if t.ours && !other.ours {
				pairs = append(pairs, [2]int{i, j})
			}
		}
	}
	return pairs
}

func line(w io.Writer, r row, used []usage, ratios [][2]int) {
	fmt.Fprintf(w, "| %s | %d |", strings.TrimSpace(r.Path+" "+r.Version), r.lines)
	for _, u := range used {
		fmt.Fprintf(w, " %s | %s | %d |", seconds(u.CPU), seconds(u.Wall), u.Memory>>20)
	}
	for _, r := range ratios {
		fmt.Fprintf(w, " %s |", ratio(used[r[0]].CPU, used[r[1]].CPU))
	}
	fmt.Fprintln(w)
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.1f", d.Seconds()) }

func ratio(a, b time.Duration) string {
	if b == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2f", float64(a)/float64(b))
}
