package lessons

import "slices"

// A Course is the index of one course. It is a value of its own: nothing in it
// changes after Load, and it may be read from any goroutine.
type Course struct {
	ID      string // stable identity, for example "interleave"
	Version string // the course's own version, for example "0.1.0"
	Title   string
	Format  int      // FormatVersion of the tree that was read
	Lessons []Lesson // in teaching order
}

// A Lesson is one folder of the course.
type Lesson struct {
	Dir       string     // folder name: "04_race_conditions"
	Title     string     // the README's first heading
	Summary   string     // the README's first paragraph, as plain text
	Anchors   []string   // the ids written as <a id="..."></a> in README.md, in order
	Examples  []string   // names of the folders in examples/, sorted
	Exercises []Exercise // in the order of exercise.toml's `order`
}

// An Exercise is one task with its tests.
type Exercise struct {
	Name    string // unique in the course, at most 32 characters
	Title   string
	Dir     string // from the course's root: "04_race_conditions/exercises/unlocked-counter"
	Topic   string // what it drills, in two or three words
	Order   int    // its place in the lesson, from 1
	Minutes int    // what a learner needs, about

	Rules  []string // names of rules: the starter breaks the first; each other one it or a wrong fix breaks; may be empty
	Checks []string // the steps of Steps that the starter fails and a solution passes
	// Concurrent are the tests that fail where things are done one after the other that can be done at
	// once; they are the step CheckConcurrent and no part of CheckTests. May be empty.
	Concurrent []string
	Show       string // when the planted reports appear: ShowTyping, ShowSave or ShowCheck

	// Files are the learner's files, as slash-separated paths below Dir, sorted:
	// exercise.toml, README.md, the starter and its tests. What a learner must
	// not see at first (solution/, wrong/, hints.md) is not among them.
	Files []string
}

// The steps that exercise.toml's `checks` can name, in the order in which they run.
// Compiling is no such step: every starter compiles.
const (
	CheckRules      = "rules"      // the analyzers report one of the exercise's rules
	CheckTests      = "tests"      // go test fails
	CheckRace       = "race"       // go test -race reports a data race
	CheckLeft       = "left"       // the tests pass, and leave goroutines behind
	CheckConcurrent = "concurrent" // a test that exercise.toml names under concurrent fails
)

// Steps lists the steps in their order.
func Steps() []string {
	return []string{CheckRules, CheckTests, CheckRace, CheckLeft, CheckConcurrent}
}

// When an exercise's planted reports appear in the editor.
const (
	ShowTyping = "typing"
	ShowSave   = "save"
	ShowCheck  = "check"
)

// Exercise returns the exercise with this name, and whether there is one.
func (c *Course) Exercise(name string) (Exercise, bool) {
	for _, l := range c.Lessons {
		for _, e := range l.Exercises {
			if e.Name == name {
				return e, true
			}
		}
	}
	return Exercise{}, false
}

// Exercises returns all exercises in teaching order. The caller owns the slice.
func (c *Course) Exercises() []Exercise {
	var all []Exercise
	for _, l := range c.Lessons {
		all = append(all, l.Exercises...)
	}
	return all
}

// Lesson returns the lesson in this folder, and whether there is one.
func (c *Course) Lesson(dir string) (Lesson, bool) {
	i := slices.IndexFunc(c.Lessons, func(l Lesson) bool { return l.Dir == dir })
	if i < 0 {
		return Lesson{}, false
	}
	return c.Lessons[i], true
}
