package lessons

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// A WrongFix is a cure that learners try and that an exercise must refuse.
type WrongFix struct {
	Name     string      // folder name below wrong/
	Idea     string      // what the learner thinks, in a sentence
	Why      string      // why it does not hold
	Rejected []Rejection // every step that refuses it, in the order in which they run
	Files    []string    // the files that it replaces or adds, as paths below Dir
	Dir      string      // from the course's root
}

// A Rejection is one step that refuses a wrong fix.
type Rejection struct {
	Check string // one of Steps
	Words string // part of what the learner then reads
}

// Solution returns the folder of the reference solution and its files, which
// replace those of the same name in the exercise's folder.
func Solution(fsys fs.FS, e Exercise) (dir string, files []string, err error) {
	dir = path.Join(e.Dir, solutionDir)
	files, err = goFiles(fsys, dir)
	return dir, files, err
}

// WrongFixes returns the wrong fixes of an exercise, sorted by name.
func WrongFixes(fsys fs.FS, e Exercise) ([]WrongFix, error) {
	var fixes []WrongFix
	var errs []error
	for _, name := range subdirs(fsys, path.Join(e.Dir, wrongDir)) {
		w, err := wrongFix(fsys, path.Join(e.Dir, wrongDir, name))
		if err != nil {
			errs = append(errs, err)
		}
		fixes = append(fixes, w)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return fixes, nil
}

func wrongFix(fsys fs.FS, dir string) (WrongFix, error) {
	file := path.Join(dir, wrongTOML)
	var f wrongFile
	if err := decode(fsys, file, &f); err != nil {
		return WrongFix{}, err
	}
	l := loader{fsys: fsys}
	if f.FormatVersion != FormatVersion {
		l.formatVersion(file, "format_version", f.FormatVersion)
	}
	l.required(file, "idea", f.Idea)
	l.required(file, "why", f.Why)
	if len(f.Rejected) == 0 {
		l.wrong(file, "rejected", "nothing refuses this fix", "add [[rejected]] with check and words")
	}
	w := WrongFix{Name: path.Base(dir), Idea: f.Idea, Why: f.Why, Dir: dir}
	for _, r := range f.Rejected {
		if known := Steps(); !slices.Contains(known, r.Check) {
			l.wrong(file, "rejected.check", fmt.Sprintf("%q is unknown", r.Check), "use "+strings.Join(known, ", "))
		}
		l.required(file, "rejected.words", r.Words)
		w.Rejected = append(w.Rejected, Rejection(r))
	}
	files, err := goFiles(fsys, dir)
	if err != nil {
		l.errs = append(l.errs, err)
	}
	w.Files = files
	return w, errors.Join(l.errs...)
}

func goFiles(fsys fs.FS, dir string) ([]string, error) {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		return nil, unreadable(dir, err)
	}
	var files []string
	for _, e := range entries {
		if !e.IsDir() && strings.HasSuffix(e.Name(), ".go") {
			files = append(files, e.Name())
		}
	}
	if len(files) == 0 {
		return nil, &FormatError{File: dir, What: "no .go file", Do: "add the changed files"}
	}
	return files, nil
}
