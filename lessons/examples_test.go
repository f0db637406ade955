package lessons_test

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"interleave/lessons"
)

// A lesson shows what its examples print, in a block that names the program:
//
//	<!-- prints: examples/lost-update/fixed -->
//	```text
//	counted 1000000 of 1000000
//	```
//
// "prints, numbers vary" compares all but the digits; "prints, shortened" wants
// each line of the block somewhere in the output, in this order; "prints with -race"
// runs it so.
var prints = regexp.MustCompile("(?m)^<!-- prints( with -race)?(, numbers vary|, shortened)?: (\\S+) -->\n```text\n((?s:.*?))^```$")

func TestExamplesPrintWhatTheLessonsShow(t *testing.T) {
	w := newWorkshop(t)
	shown := make(map[string]bool)
	for _, l := range load(t).Lessons {
		copyExamples(t, w, l)
		text, err := fs.ReadFile(lessons.FS(), path.Join(l.Dir, "README.md"))
		if err != nil {
			t.Fatal(err)
		}
		matches := prints.FindAllStringSubmatch(string(text), -1)
		if marks := strings.Count(string(text), "<!-- prints"); marks != len(matches) {
			t.Errorf("%s: %d of %d shown outputs are written as the comment above says", l.Dir, len(matches), marks)
		}
		for _, m := range matches {
			race, how, dir, want := m[1] != "", m[2], path.Join(l.Dir, m[3]), m[4]
			shown[dir] = true
			t.Run(strings.TrimPrefix(m[3], "examples/")+m[1], func(t *testing.T) {
				t.Parallel()
				args := []string{"run"}
				if race {
					if !haveRace() {
						t.Skip("-race needs a C compiler")
					}
					args = append(args, "-race")
				}
				got, _ := w.run(t, append(args, "./"+dir)...)
				compare(t, how, got, want)
			})
		}
	}
	for _, l := range load(t).Lessons {
		for _, example := range l.Examples {
			for _, side := range []string{"broken", "fixed"} {
				if dir := path.Join(l.Dir, "examples", example, side); !shown[dir] {
					t.Errorf("%s: its lesson does not show what it prints", dir)
				}
			}
		}
	}
}

var (
	digits = regexp.MustCompile(`[0-9]+`)

	// What differs from run to run in a dump or race report: numbers of
	// goroutines, addresses, which of two racing accesses came second, and
	// whether a goroutine had ended by then.
	varying = regexp.MustCompile(`(?i)goroutine [0-9]+|0x[0-9a-f]+|(read|write) at|\((running|finished)\)`)
)

func steady(line string) string { return varying.ReplaceAllString(line, "*") }

func compare(t *testing.T, how, got, want string) {
	t.Helper()
	switch how {
	case "":
		if got != want {
			t.Errorf("prints:\n%s\nthe lesson shows:\n%s", got, want)
		}
	case ", numbers vary":
		if digits.ReplaceAllString(got, "#") != digits.ReplaceAllString(want, "#") {
			t.Errorf("prints:\n%s\nthe lesson shows, but for the numbers:\n%s", got, want)
		}
	case ", shortened":
		rest := steady(got)
		for line := range strings.Lines(want) {
			line = steady(strings.TrimSpace(line))
			_, after, found := strings.Cut(rest, line)
			if !found {
				t.Fatalf("prints:\n%s\nwithout, or in another order, the lesson's line %q", got, line)
			}
			rest = after
		}
	}
}

func TestExamplesPassVet(t *testing.T) {
	w := newWorkshop(t)
	for _, l := range load(t).Lessons {
		copyExamples(t, w, l)
	}
	if out, code := w.run(t, "vet", "./..."); code != 0 {
		t.Errorf("go vet:\n%s", out)
	}
}

// The cured side of each example is free of races.
func TestCuredExamplesAreRaceFree(t *testing.T) {
	if !haveRace() {
		t.Skip("-race needs a C compiler")
	}
	w := newWorkshop(t)
	for _, l := range load(t).Lessons {
		copyExamples(t, w, l)
		for _, example := range l.Examples {
			t.Run(example, func(t *testing.T) {
				t.Parallel()
				if out, code := w.run(t, "run", "-race", "./"+path.Join(l.Dir, "examples", example, "fixed")); code != 0 {
					t.Errorf("exit code %d:\n%s", code, out)
				}
			})
		}
	}
}

func copyExamples(t *testing.T, w workshop, l lessons.Lesson) {
	t.Helper()
	dir := path.Join(l.Dir, "examples")
	for _, name := range files(t, lessons.FS()) {
		if below, ok := strings.CutPrefix(name, dir+"/"); ok {
			w.copyInto(t, dir, dir, []string{below})
		}
	}
}
