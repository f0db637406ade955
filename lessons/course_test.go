package lessons_test

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"interleave/analyzers/rules"
	"interleave/lessons"
)

func load(t *testing.T) *lessons.Course {
	t.Helper()
	c, err := lessons.Load(lessons.FS())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCourseHasItsLessonsInOrder(t *testing.T) {
	c := load(t)
	var dirs []string
	for _, l := range c.Lessons {
		dirs = append(dirs, l.Dir)
		if l.Title == "" || len(l.Summary) < 40 {
			t.Errorf("%s: title %q, summary %q", l.Dir, l.Title, l.Summary)
		}
	}
	want := []string{"01_goroutines", "02_synchronization", "03_async", "04_race_conditions", "05_deadlocks", "06_parallelism"}
	if !slices.Equal(dirs, want) {
		t.Errorf("lessons %q, want %q", dirs, want)
	}
	if c.ID != "interleave" || c.Format != lessons.FormatVersion {
		t.Errorf("course %q in format %d", c.ID, c.Format)
	}
}

// A folder with a go.mod, and a file whose name begins with '.' or '_', would be
// missing from the binary without a word.
func TestEmbeddingDropsNothing(t *testing.T) {
	onDisk := files(t, diskFS(t))
	embedded := files(t, lessons.FS())
	for _, name := range onDisk {
		if base := path.Base(name); base == "go.mod" || base == "go.work" {
			t.Errorf("%s: the course has no modules of its own; embedding would drop %s", name, path.Dir(name))
		}
		outside := !strings.Contains(name, "/") && strings.HasSuffix(name, ".go") || // this package
			strings.HasPrefix(name, "begin/") // what Begin writes
		if !outside && !slices.Contains(embedded, name) {
			t.Errorf("%s is not embedded", name)
		}
	}
}

func TestEveryRuleHasItsSection(t *testing.T) {
	c := load(t)
	for _, rule := range rules.All() {
		l, ok := c.Lesson(string(rule.Lesson))
		if !ok {
			t.Errorf("rule %s names the lesson %q, which the course does not have", rule.Name, rule.Lesson)
			continue
		}
		text, err := lessons.Section(lessons.FS(), l.Dir, string(rule.Name))
		if err != nil {
			t.Error(err)
			continue
		}
		if heading := "### " + string(rule.Name) + ": "; !strings.HasPrefix(text, heading) {
			t.Errorf("section of %s begins with %.60q, want %q", rule.Name, text, heading)
		}
		if !drilled(c, string(rule.Name)) {
			continue
		}
		// Rules that an exercise drills are explained in full.
		for _, part := range []string{"```go", "goroutine 1", "**Why it is wrong.**", "**The cure.**", "**Drill it**"} {
			if !strings.Contains(text, part) {
				t.Errorf("section of %s has no %q", rule.Name, part)
			}
		}
	}
}

// drilled reports whether some exercise is about the rule.
func drilled(c *lessons.Course, rule string) bool {
	return slices.ContainsFunc(c.Exercises(), func(e lessons.Exercise) bool { return slices.Contains(e.Rules, rule) })
}

// A rule may be drilled in a lesson before the one that explains it; the
// exercise's README leads to the explanation, wherever it is.
func TestRulesOfExercisesExist(t *testing.T) {
	for _, e := range load(t).Exercises() {
		readme, err := fs.ReadFile(lessons.FS(), path.Join(e.Dir, "README.md"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range e.Rules {
			rule, ok := rules.Lookup(rules.Name(name))
			if !ok {
				t.Errorf("%s: rule %q is not in the catalogue", e.Dir, name)
			} else if link := "README.md#" + name + ")"; !strings.Contains(string(readme), link) {
				t.Errorf("%s: the README does not lead to %s in %s", e.Dir, name, rule.Lesson)
			}
		}
	}
}

func TestExercisesHaveAllTheirParts(t *testing.T) {
	fsys, c := lessons.FS(), load(t)
	if len(c.Exercises()) == 0 {
		t.Fatal("no exercises")
	}
	for _, e := range c.Exercises() {
		if _, ok := c.Exercise(e.Name); !ok {
			t.Errorf("%s is not found by its name", e.Name)
		}
		hints, err := lessons.Hints(fsys, e)
		if err != nil {
			t.Error(err)
		}
		for i, h := range hints {
			if len(h) < 100 {
				t.Errorf("%s: hint %d says only %q", e.Dir, i+1, h)
			}
		}
		if _, _, err := lessons.Solution(fsys, e); err != nil {
			t.Error(err)
		}
		wrong, err := lessons.WrongFixes(fsys, e)
		if err != nil {
			t.Error(err)
		}
		if len(wrong) < 2 {
			t.Errorf("%s: %d wrong fixes, want at least 2", e.Dir, len(wrong))
		}
		for _, name := range e.Files {
			for _, withheld := range []string{"solution", "wrong", "hints.md"} {
				if strings.HasPrefix(name, withheld) {
					t.Errorf("%s: the learner's files include %s", e.Dir, name)
				}
			}
		}
		for _, need := range []string{"README.md", "exercise.toml"} {
			if !slices.Contains(e.Files, need) {
				t.Errorf("%s: the learner's files lack %s", e.Dir, need)
			}
		}
	}
}

func TestLessonsWithAnExerciseHaveAQuizOfTen(t *testing.T) {
	for _, l := range load(t).Lessons {
		if len(l.Exercises) == 0 {
			continue
		}
		questions, err := lessons.Quiz(lessons.FS(), l.Dir)
		if err != nil {
			t.Error(err)
		}
		if len(questions) != 10 {
			t.Errorf("%s: %d questions, want 10", l.Dir, len(questions))
		}
	}
}

func TestSectionEndsBeforeTheNextAnchor(t *testing.T) {
	text, err := lessons.Section(lessons.FS(), "04_race_conditions", "unlocked-field")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(text, "<a id=") || strings.Contains(text, "captured-variable") {
		t.Errorf("the section goes on into the next one:\n%s", text)
	}
	_, err = lessons.Section(lessons.FS(), "04_race_conditions", "no-such-rule")
	if err == nil || !strings.Contains(err.Error(), "unlocked-field") {
		t.Errorf("error for an unknown anchor: %v; it should list those that exist", err)
	}
	if _, err := lessons.Section(lessons.FS(), "07_nowhere", "x"); err == nil {
		t.Error("no error for an unknown lesson")
	}
}

// A hover or a terminal shows raw HTML as it stands.
func TestSectionHoldsNoHTML(t *testing.T) {
	for _, l := range load(t).Lessons {
		for _, anchor := range l.Anchors {
			text, err := lessons.Section(lessons.FS(), l.Dir, anchor)
			if err != nil {
				t.Error(err)
			}
			if strings.Contains(text, "<!--") || strings.Contains(text, "<a id=") || strings.Count(text, "```")%2 != 0 {
				t.Errorf("%s#%s:\n%s", l.Dir, anchor, text)
			}
		}
	}
}

func files(t *testing.T, fsys fs.FS) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
