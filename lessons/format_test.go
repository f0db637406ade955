package lessons_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"interleave/lessons"
)

const goodCourse = `id = "mine"
version = "1"
format = 1
title = "Mine"
lessons = ["01_first"]
`

const goodExercise = `format_version = 1
name = "count"
title = "Count"
topic = "counting"
order = 1
minutes = 10
rules = ["unlocked-field"]
checks = ["rules", "race"]
show = "save"
`

// small is a course with one lesson and one exercise, in which nothing is wrong.
func small() fstest.MapFS {
	const exercise = "01_first/exercises/count/"
	return fstest.MapFS{
		"interleave.toml":             file(goodCourse),
		"README.md":                   file("# Mine\n\nA course.\n"),
		"01_first/README.md":          file("# First\n\nAbout *counting* with `n`.\n\n<a id=\"here\"></a>\n## Here\n\nText.\n"),
		exercise + "exercise.toml":    file(goodExercise),
		exercise + "README.md":        file("# Count\n"),
		exercise + "count.go":         file("package count\n"),
		exercise + "count_test.go":    file("package count\n"),
		exercise + "hints.md":         file("# Hints\n\n## 1\na\n## 2\nb\n## 3\nc\n## 4\nd\n"),
		exercise + "solution/c.go":    file("package count\n"),
		exercise + "wrong/w/c.go":     file("package count\n"),
		"01_first/examples/a/main.go": file("package main\n"),
	}
}

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func TestACourseByOthersLoads(t *testing.T) {
	c, err := lessons.Load(small())
	if err != nil {
		t.Fatal(err)
	}
	l := c.Lessons[0]
	if l.Title != "First" || l.Summary != "About counting with n." || strings.Join(l.Anchors, " ") != "here" || strings.Join(l.Examples, " ") != "a" {
		t.Errorf("lesson %+v", l)
	}
	e, ok := c.Exercise("count")
	if !ok || e.Dir != "01_first/exercises/count" || strings.Join(e.Files, " ") != "README.md count.go count_test.go exercise.toml" {
		t.Errorf("exercise %+v", e)
	}
	if hints, err := lessons.Hints(small(), e); err != nil || len(hints) != 4 || hints[1] != "## 2\nb\n" {
		t.Errorf("hints %q, %v", hints, err)
	}
}

// A learner's copy has no hints, solutions and wrong fixes.
func TestALearnersCopyLoads(t *testing.T) {
	fsys := small()
	for name := range fsys {
		if strings.Contains(name, "/solution/") || strings.Contains(name, "/wrong/") || strings.HasSuffix(name, "hints.md") {
			delete(fsys, name)
		}
	}
	c, err := lessons.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	_, err = lessons.Hints(fsys, c.Lessons[0].Exercises[0])
	if err == nil || !strings.Contains(err.Error(), "hints.md: file is missing") {
		t.Errorf("hints of a copy: error %v", err)
	}
}

func TestLoadNamesFileKeyAndWhatToDo(t *testing.T) {
	const ex = "01_first/exercises/count/exercise.toml"
	replace := func(name, old, new string) func(fstest.MapFS) {
		return func(fsys fstest.MapFS) {
			text := string(fsys[name].Data)
			if !strings.Contains(text, old) {
				panic(name + " holds no " + old)
			}
			fsys[name] = file(strings.Replace(text, old, new, 1))
		}
	}
	remove := func(name string) func(fstest.MapFS) {
		return func(fsys fstest.MapFS) { delete(fsys, name) }
	}
	add := func(name, text string) func(fstest.MapFS) {
		return func(fsys fstest.MapFS) { fsys[name] = file(text) }
	}
	for _, test := range []struct {
		name  string
		spoil func(fstest.MapFS)
		want  string
	}{
		{"no index", remove("interleave.toml"), "interleave.toml: file is missing; write it"},
		{"no TOML", replace("interleave.toml", `id = "mine"`, `id = mine`), "interleave.toml:1: "},
		{"unknown key", replace("interleave.toml", "title", "titel"), "interleave.toml:4: titel: unknown key; the keys are id, version"},
		{"wrong type", replace("interleave.toml", `format = 1`, `format = "one"`), "interleave.toml:3: format: "},
		{"newer format", replace("interleave.toml", "format = 1", "format = 2"), "interleave.toml: format: version 2 of the format is unknown; this program is older than the course: update it"},
		{"no format", replace("interleave.toml", "format = 1", ""), "interleave.toml: format: version 0 of the format is unknown; write format = 1"},
		{"no title", replace("interleave.toml", `"Mine"`, `""`), `interleave.toml: title: missing or empty; add title = "..."`},
		{"id with spaces", replace("interleave.toml", `"mine"`, `"my course"`), `interleave.toml: id: "my course" is not a plain name; use lower-case`},
		{"no lessons", replace("interleave.toml", `["01_first"]`, `[]`), "interleave.toml: lessons: no lessons; list the lesson folders"},
		{"lesson that is missing", replace("interleave.toml", `["01_first"]`, `["01_first", "02_x"]`), `interleave.toml: lessons: there is no folder "02_x"; make the folder`},
		{"lesson twice", replace("interleave.toml", `["01_first"]`, `["01_first", "01_first"]`), `interleave.toml: lessons: "01_first" is listed twice; remove one`},
		{"lesson outside", replace("interleave.toml", `["01_first"]`, `["../etc"]`), `interleave.toml: lessons: "../etc" is not a lesson's folder name; name it like`},
		{"lesson not listed", add("02_more/README.md", "# More\n\nText.\n"), `interleave.toml: lessons: the folder "02_more" is not listed; add it`},
		{"no course page", remove("README.md"), "README.md: file is missing; write it"},
		{"no lesson page", remove("01_first/README.md"), "01_first/README.md: file is missing; write it"},
		{"page without title", add("01_first/README.md", "Text.\n"), "01_first/README.md: no heading; begin the file with `# Title`"},
		{"page without summary", add("01_first/README.md", "# First\n"), "01_first/README.md: no paragraph after the first heading; say there"},
		{"anchor twice", add("01_first/README.md", "# F\n\nT.\n\n<a id=\"a\"></a>\n## A\n\n<a id=\"a\"></a>\n## B\n"), `01_first/README.md: the anchor "a" stands twice; keep one`},
		{"anchor without heading", add("01_first/README.md", "# F\n\nT.\n\n<a id=\"a\"></a>\n\nText.\n"), `01_first/README.md: no heading follows the anchor "a"; write the anchor`},
		{"no exercise.toml", remove(ex), ex + ": file is missing; write it"},
		{"exercise: unknown key", replace(ex, "minutes", "minuets"), ex + ":6: minuets: unknown key; the keys are format_version, name"},
		{"exercise: newer format", replace(ex, "format_version = 1", "format_version = 9"), ex + ": format_version: version 9 of the format is unknown; this program"},
		{"exercise: other name", replace(ex, `"count"`, `"counter"`), ex + `: name: "counter" is not the folder's name; write name = "count"`},
		{"exercise: no name", replace(ex, `name = "count"`, ``), ex + `: name: missing or empty; add name = "..."`},
		{"exercise: order", replace(ex, "order = 1", "order = 0"), ex + ": order: 0 is no place; count from 1"},
		{"exercise: minutes", replace(ex, "minutes = 10", "minutes = 9999"), ex + ": minutes: 9999 is no time for an exercise; give 1 to 240 minutes"},
		{"exercise: rule", replace(ex, "unlocked-field", "Unlocked Field"), ex + `: rules: "Unlocked Field" is not a rule's name; write rules like`},
		{"exercise: no rules", replace(ex, `["unlocked-field"]`, `[]`), ex + ": rules: empty, but checks names the step rules; name the rules"},
		{"exercise: no checks", replace(ex, `["rules", "race"]`, `[]`), ex + ": checks: no step named; name the steps"},
		{"exercise: unknown check", replace(ex, `"race"`, `"luck"`), ex + `: checks: "luck" is unknown; use rules, tests, race`},
		{"exercise: checks out of order", replace(ex, `["rules", "race"]`, `["race", "rules"]`), ex + `: checks: "rules" stands out of order or twice; keep the order`},
		{"exercise: show", replace(ex, `"save"`, `"never"`), ex + `: show: "never" is unknown; use one of typing, save, check`},
		{"exercise: no starter", remove("01_first/exercises/count/count.go"), "01_first/exercises/count: no starter; add the .go file"},
		{"exercise: no tests", remove("01_first/exercises/count/count_test.go"), "01_first/exercises/count: no tests; add a _test.go file"},
		{"exercise: no page", remove("01_first/exercises/count/README.md"), "01_first/exercises/count/README.md: file is missing; write the story"},
		{"exercise: a module", add("01_first/exercises/count/go.mod", "module x\n"), "01_first/exercises/count/go.mod: an exercise has no go.mod of its own; remove it"},
		{"quiz: nothing right", add("01_first/quiz.md", "# Q\n\n## One\n\nWhat?\n\n- [ ] a — no\n- [ ] b — no\n"), `01_first/quiz.md:3: question "One": no right option; mark it with [x]`},
		{"quiz: no misconception", add("01_first/quiz.md", "# Q\n\n## One\n\nWhat?\n\n- [x] a\n- [ ] b\n"), `01_first/quiz.md:3: question "One": the wrong option "b" names no misconception; add it after a dash`},
		{"quiz: nothing asked", add("01_first/quiz.md", "# Q\n\n## One\n\n- [x] a\n- [ ] b — no\n"), `01_first/quiz.md:3: question "One": nothing is asked; write the question`},
	} {
		t.Run(test.name, func(t *testing.T) {
			fsys := small()
			test.spoil(fsys)
			c, err := lessons.Load(fsys)
			if err == nil {
				t.Fatalf("no error; want %q", test.want)
			}
			if c != nil {
				t.Error("an index beside an error")
			}
			if !strings.Contains(err.Error(), test.want) {
				t.Errorf("error:\n%v\nwant:\n%s", err, test.want)
			}
			if _, ok := errors.AsType[*lessons.FormatError](err); !ok {
				t.Errorf("%T holds no FormatError", err)
			}
		})
	}
}

func TestNamesAreUniqueAndShort(t *testing.T) {
	fsys := small()
	long := strings.Repeat("x", 33)
	for _, dir := range []string{"02_second/exercises/count/", "02_second/exercises/" + long + "/"} {
		for _, name := range []string{"README.md", "count.go", "count_test.go"} {
			fsys[dir+name] = fsys["01_first/exercises/count/"+name]
		}
	}
	fsys["interleave.toml"] = file(strings.Replace(goodCourse, `"01_first"`, `"01_first", "02_second"`, 1))
	fsys["02_second/README.md"] = file("# Second\n\nMore.\n")
	fsys["02_second/exercises/count/exercise.toml"] = file(goodExercise)
	fsys["02_second/exercises/"+long+"/exercise.toml"] = file(strings.Replace(goodExercise, `"count"`, `"`+long+`"`, 1))
	_, err := lessons.Load(fsys)
	for _, want := range []string{
		`name: "count" is also the name of 01_first/exercises/count; progress is kept by name: choose another`,
		`has 33 characters; use at most 32`,
		`order: 1 is taken by 02_second/exercises/count`,
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error:\n%v\nwant:\n%s", err, want)
		}
	}
}

func TestWrongFixesSayWhatRefusesThem(t *testing.T) {
	fsys := small()
	c, err := lessons.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	e := c.Lessons[0].Exercises[0]
	const dir = "01_first/exercises/count/wrong/w/"
	for text, want := range map[string]string{
		"":                     dir + "wrong.toml: file is missing",
		"format_version = 1\n": dir + "wrong.toml: rejected: nothing refuses this fix; add [[rejected]]",
		"format_version = 1\nidea = \"i\"\nwhy = \"w\"\n[[rejected]]\ncheck = \"luck\"\nwords = \"x\"\n": `rejected.check: "luck" is unknown`,
	} {
		if text != "" {
			fsys[dir+"wrong.toml"] = file(text)
		}
		if _, err := lessons.WrongFixes(fsys, e); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
		delete(fsys, dir+"wrong.toml")
	}
}
