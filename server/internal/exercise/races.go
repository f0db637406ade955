package exercise

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// racesShown is how many of the race detector's reports a learner reads.
const racesShown = 4

// races tells the race detector's reports in an output in a line each, the same one once: who reads or writes what
// at which line of the exercise's folder, and who writes it at the same time. It returns "" when there is none.
func races(output, dir string) string {
	var list []string
	for _, report := range strings.Split(output, "==================") {
		if !strings.Contains(report, dataRace) {
			continue
		}
		accesses := accessesIn(report, dir)
		line := "a data race outside of the exercise's files"
		if len(accesses) == 2 {
			line = "data race: " + accesses[0] + ", and at the same time " + accesses[1]
		}
		if !slices.Contains(list, line) {
			list = append(list, line)
		}
	}
	if len(list) == 0 {
		return ""
	}
	if len(list) > racesShown {
		list = append(list[:racesShown], fmt.Sprintf("and %d more", len(list)-racesShown))
	}
	return strings.Join(list, "\n") + "\n(go test -race prints the whole stacks)"
}

// dataRace is how the race detector begins a report.
const dataRace = "WARNING: DATA RACE"

var (
	// accessHeader matches the line above the stack of one side of a race.
	accessHeader = regexp.MustCompile(`(?i)^(?:previous )?(?:atomic )?(read|write) at 0x[0-9a-f]+ by `)
	// raceFrame matches the line of a stack that says where, below the one that says in which function.
	raceFrame = regexp.MustCompile(`^\s+(.+\.go):(\d+)`)
)

// accessesIn tells the two sides of a race by the innermost call of each that is in the folder's files; fewer when
// there is no such call.
func accessesIn(report, dir string) (list []string) {
	verb := ""
	lines := strings.Split(report, "\n")
	for i, line := range lines {
		trimmed := strings.TrimSpace(line)
		if m := accessHeader.FindStringSubmatch(trimmed); m != nil {
			verb = strings.ToLower(m[1]) + "s"
			continue
		}
		if trimmed == "" {
			verb = "" // the stack has ended
		}
		m := raceFrame.FindStringSubmatch(line)
		if verb == "" || m == nil || filepath.Dir(filepath.FromSlash(m[1])) != dir {
			continue
		}
		list = append(list, fmt.Sprintf("%s %s at %s:%s", functionIn(lines[i-1]), verb, filepath.Base(filepath.FromSlash(m[1])), m[2]))
		verb = ""
	}
	return list
}

// functionIn takes a function's name out of a line of a stack, without its package: "(*Table).Record".
func functionIn(line string) string {
	name := strings.TrimSuffix(strings.TrimSpace(line), "()")
	name = name[strings.LastIndexByte(name, '/')+1:]
	_, name, _ = strings.Cut(name, ".")
	return name
}
