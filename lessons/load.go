package lessons

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

const (
	courseTOML   = "interleave.toml"
	exerciseTOML = "exercise.toml"
	wrongTOML    = "wrong.toml"
	readme       = "README.md"
	hintsFile    = "hints.md"
	quizFile     = "quiz.md"
	solutionDir  = "solution"
	wrongDir     = "wrong"

	maxNameLength = 32
	minutesLimit  = 240
)

var (
	lessonName   = regexp.MustCompile(`^[0-9]{2}_[a-z0-9_]+$`)
	exerciseName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	ruleName     = exerciseName
)

// Load reads and checks the index of a course.
//
// A course is a tree:
//
//	interleave.toml            id, version, format = 1, title, lessons = ["01_goroutines", ...]
//	README.md
//	01_goroutines/README.md    begins with a heading (the title) and a paragraph (the summary)
//	             /quiz.md      optional
//	             /examples/NAME/...
//	             /exercises/NAME/exercise.toml
//	                            format_version = 1, name (NAME), title, topic, order, minutes, rules, checks, show, perhaps concurrent;
//	                            checks are the steps that the starter fails, and it fails no other
//	                            README.md, at least one .go file and one _test.go file
//	                            hints.md (four rungs), solution/ (at least one .go file)
//	                            wrong/FIX/ (wrong.toml and the .go files that it replaces)
//
// A learner's copy has neither hints.md nor solution/ nor wrong/, and is read
// just as well; Hints then says what is missing.
//
// The error joins one *FormatError for each thing that is wrong, in the order of
// the tree; Load never gives half an index.
func Load(fsys fs.FS) (*Course, error) {
	l := loader{fsys: fsys, owner: make(map[string]string)}
	c := l.course()
	if len(l.errs) > 0 {
		return nil, errors.Join(l.errs...)
	}
	return c, nil
}

// A loader collects what is wrong while it reads.
type loader struct {
	fsys  fs.FS
	errs  []error
	owner map[string]string // exercise name -> its folder
}

func (l *loader) wrong(file, key, what, do string) {
	l.errs = append(l.errs, &FormatError{File: file, Key: key, What: what, Do: do})
}

func (l *loader) course() *Course {
	var f courseFile
	if err := decode(l.fsys, courseTOML, &f); err != nil {
		l.errs = append(l.errs, err)
		return nil
	}
	if f.Format != FormatVersion {
		l.formatVersion(courseTOML, "format", f.Format)
		return nil // the rest may mean something else
	}
	l.required(courseTOML, "id", f.ID)
	if f.ID != "" && !exerciseName.MatchString(f.ID) {
		l.wrong(courseTOML, "id", fmt.Sprintf("%q is not a plain name", f.ID), "use lower-case letters, digits and hyphens")
	}
	l.required(courseTOML, "version", f.Version)
	l.required(courseTOML, "title", f.Title)
	if len(f.Lessons) == 0 {
		l.wrong(courseTOML, "lessons", "no lessons", "list the lesson folders in teaching order")
	}
	if _, err := fs.Stat(l.fsys, readme); err != nil {
		l.errs = append(l.errs, unreadable(readme, err))
	}
	c := &Course{ID: f.ID, Version: f.Version, Title: f.Title, Format: f.Format}
	for i, dir := range f.Lessons {
		switch {
		case !lessonName.MatchString(dir):
			l.wrong(courseTOML, "lessons", fmt.Sprintf("%q is not a lesson's folder name", dir), `name it like "04_race_conditions"`)
		case slices.Contains(f.Lessons[:i], dir):
			l.wrong(courseTOML, "lessons", fmt.Sprintf("%q is listed twice", dir), "remove one")
		case !isDir(l.fsys, dir):
			l.wrong(courseTOML, "lessons", fmt.Sprintf("there is no folder %q", dir), "make the folder or take it off the list")
		default:
			c.Lessons = append(c.Lessons, l.lesson(dir))
		}
	}
	l.unlisted(f.Lessons)
	return c
}

// unlisted refuses folders that look like lessons and are not on the list: a
// forgotten lesson would vanish without a word.
func (l *loader) unlisted(listed []string) {
	for _, dir := range subdirs(l.fsys, ".") {
		if lessonName.MatchString(dir) && !slices.Contains(listed, dir) {
			l.wrong(courseTOML, "lessons", fmt.Sprintf("the folder %q is not listed", dir), "add it to the list or rename it")
		}
	}
}

func (l *loader) lesson(dir string) Lesson {
	lesson := Lesson{Dir: dir}
	file := path.Join(dir, readme)
	if text, err := fs.ReadFile(l.fsys, file); err != nil {
		l.errs = append(l.errs, unreadable(file, err))
	} else {
		page := parsePage(text)
		lesson.Title, lesson.Summary, lesson.Anchors = page.title, page.summary, page.ids()
		if lesson.Title == "" {
			l.wrong(file, "", "no heading", "begin the file with `# Title`")
		}
		if lesson.Summary == "" {
			l.wrong(file, "", "no paragraph after the first heading", "say there in a sentence or two what the lesson is about")
		}
		for i, id := range lesson.Anchors {
			if slices.Contains(lesson.Anchors[:i], id) {
				l.wrong(file, "", fmt.Sprintf("the anchor %q stands twice", id), "keep one of them")
			}
		}
		for _, a := range page.anchors {
			if a.section < 0 {
				l.wrong(file, "", fmt.Sprintf("no heading follows the anchor %q", a.id), "write the anchor on the line before a heading")
			}
		}
	}
	if text, err := fs.ReadFile(l.fsys, path.Join(dir, quizFile)); err == nil {
		if _, err := parseQuiz(path.Join(dir, quizFile), text); err != nil {
			l.errs = append(l.errs, err)
		}
	}
	lesson.Examples = subdirs(l.fsys, path.Join(dir, "examples"))
	for _, name := range subdirs(l.fsys, path.Join(dir, "exercises")) {
		if e, ok := l.exercise(path.Join(dir, "exercises", name)); ok {
			lesson.Exercises = append(lesson.Exercises, e)
		}
	}
	slices.SortStableFunc(lesson.Exercises, func(a, b Exercise) int { return cmp.Compare(a.Order, b.Order) })
	for i, e := range lesson.Exercises {
		if i > 0 && lesson.Exercises[i-1].Order == e.Order {
			l.wrong(path.Join(e.Dir, exerciseTOML), "order",
				fmt.Sprintf("%d is taken by %s", e.Order, lesson.Exercises[i-1].Dir), "give each exercise of a lesson its own place")
		}
	}
	return lesson
}

func (l *loader) exercise(dir string) (Exercise, bool) {
	file := path.Join(dir, exerciseTOML)
	var f exerciseFile
	if err := decode(l.fsys, file, &f); err != nil {
		l.errs = append(l.errs, err)
		return Exercise{}, false
	}
	if f.FormatVersion != FormatVersion {
		l.formatVersion(file, "format_version", f.FormatVersion)
		return Exercise{}, false
	}
	l.exerciseName(file, dir, f.Name)
	l.required(file, "title", f.Title)
	l.required(file, "topic", f.Topic)
	if f.Order < 1 {
		l.wrong(file, "order", fmt.Sprintf("%d is no place", f.Order), "count from 1")
	}
	if f.Minutes < 1 || f.Minutes > minutesLimit {
		l.wrong(file, "minutes", fmt.Sprintf("%d is no time for an exercise", f.Minutes), fmt.Sprintf("give 1 to %d minutes", minutesLimit))
	}
	for _, rule := range f.Rules {
		if !ruleName.MatchString(rule) {
			l.wrong(file, "rules", fmt.Sprintf("%q is not a rule's name", rule), `write rules like "unlocked-field"`)
		}
	}
	l.exerciseChecks(file, f)
	if known := []string{ShowTyping, ShowSave, ShowCheck}; !slices.Contains(known, f.Show) {
		l.wrong(file, "show", fmt.Sprintf("%q is unknown", f.Show), "use one of "+strings.Join(known, ", "))
	}
	e := Exercise{
		Name: f.Name, Title: f.Title, Dir: dir, Topic: f.Topic, Order: f.Order, Minutes: f.Minutes,
		Rules: f.Rules, Checks: f.Checks, Concurrent: f.Concurrent, Show: f.Show,
	}
	e.Files = l.exerciseFiles(dir)
	l.exerciseConcurrent(file, e)
	return e, true
}

func (l *loader) exerciseName(file, dir, name string) {
	switch {
	case name == "":
		l.required(file, "name", name)
	case name != path.Base(dir):
		l.wrong(file, "name", fmt.Sprintf("%q is not the folder's name", name), fmt.Sprintf("write name = %q or rename the folder", path.Base(dir)))
	case len(name) > maxNameLength:
		l.wrong(file, "name", fmt.Sprintf("%q has %d characters", name, len(name)), fmt.Sprintf("use at most %d", maxNameLength))
	case !exerciseName.MatchString(name):
		l.wrong(file, "name", fmt.Sprintf("%q is not a plain name", name), "use lower-case letters, digits and hyphens")
	case l.owner[name] != "":
		l.wrong(file, "name", fmt.Sprintf("%q is also the name of %s", name, l.owner[name]), "progress is kept by name: choose another")
	default:
		l.owner[name] = dir
	}
}

func (l *loader) exerciseChecks(file string, f exerciseFile) {
	known := Steps()
	if len(f.Checks) == 0 {
		l.wrong(file, "checks", "no step named", "name the steps that the starter fails: "+strings.Join(known, ", "))
	}
	last := -1
	for _, check := range f.Checks {
		at := slices.Index(known, check)
		switch {
		case at < 0:
			l.wrong(file, "checks", fmt.Sprintf("%q is unknown", check), "use "+strings.Join(known, ", "))
		case at <= last:
			l.wrong(file, "checks", fmt.Sprintf("%q stands out of order or twice", check), "keep the order "+strings.Join(known, ", "))
		default:
			last = at
		}
		switch {
		case check == CheckRules && len(f.Rules) == 0:
			l.wrong(file, "rules", "empty, but checks names the step rules", "name the rules that the starter breaks")
		case check == CheckConcurrent && len(f.Concurrent) == 0:
			l.wrong(file, "concurrent", "empty, but checks names the step concurrent", "name the tests that fail when things are done one after the other")
		}
	}
}

// exerciseConcurrent checks that the tests named under concurrent are there.
func (l *loader) exerciseConcurrent(file string, e Exercise) {
	for _, test := range e.Concurrent {
		declared := regexp.MustCompile(`(?m)^func ` + regexp.QuoteMeta(test) + `\(\w+ \*testing\.T\)`)
		if !slices.ContainsFunc(e.Files, func(name string) bool {
			text, err := fs.ReadFile(l.fsys, path.Join(e.Dir, name))
			return err == nil && strings.HasSuffix(name, "_test.go") && declared.Match(text)
		}) {
			l.wrong(file, "concurrent", fmt.Sprintf("%q is no test of the exercise", test), "name functions like TestAllAtOnce of its _test.go files")
		}
	}
}

// exerciseFiles returns the learner's files and checks that what an exercise
// needs is there.
func (l *loader) exerciseFiles(dir string) []string {
	var files []string
	var starters, tests int
	err := fs.WalkDir(l.fsys, dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		below := strings.TrimPrefix(strings.TrimPrefix(name, dir), "/")
		if entry.IsDir() {
			if below == solutionDir || below == wrongDir {
				return fs.SkipDir
			}
			return nil
		}
		switch {
		case below == hintsFile:
			return nil
		case path.Base(below) == "go.mod":
			l.wrong(name, "", "an exercise has no go.mod of its own", "remove it: the learner's copy is one module, and embedding drops a folder with a go.mod")
			return nil
		case strings.HasSuffix(below, "_test.go"):
			tests++
		case strings.HasSuffix(below, ".go"):
			starters++
		}
		files = append(files, below)
		return nil
	})
	if err != nil {
		l.errs = append(l.errs, unreadable(dir, err))
	}
	if !slices.Contains(files, readme) {
		l.wrong(path.Join(dir, readme), "", "file is missing", "write the story, the task and what done means")
	}
	if starters == 0 {
		l.wrong(dir, "", "no starter", "add the .go file that the learner changes")
	}
	if tests == 0 {
		l.wrong(dir, "", "no tests", "add a _test.go file that fails on the starter")
	}
	slices.Sort(files)
	return files
}

func (l *loader) required(file, key, value string) {
	if strings.TrimSpace(value) == "" {
		l.wrong(file, key, "missing or empty", fmt.Sprintf("add %s = \"...\"", key))
	}
}

func (l *loader) formatVersion(file, key string, got int) {
	do := fmt.Sprintf("write %s = %d", key, FormatVersion)
	if got > FormatVersion {
		do = "this program is older than the course: update it"
	}
	l.wrong(file, key, fmt.Sprintf("version %d of the format is unknown", got), do)
}

func isDir(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.IsDir()
}

// subdirs returns the names of the folders in dir, sorted; none if there is no such folder.
func subdirs(fsys fs.FS, dir string) []string {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	return names
}
