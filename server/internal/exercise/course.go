// Package exercise is the learner's copy of the course: making it, knowing
// where an exercise stands, the progress, the hints, and the check pipeline.
//
// The copy is an ordinary module of the learner's own; nothing of the product
// is ever edited. The package knows neither the LSP nor the command line, and
// detects nothing: it asks a session.
package exercise

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"interleave/lessons"
	"interleave/server/internal/gocmd"
)

// Marker is the file at the root of every copy.
const Marker = "interleave.toml"

// Embedded returns the course that is part of this program.
var Embedded = sync.OnceValues(func() (*lessons.Course, error) { return lessons.Load(lessons.FS()) })

// A Copy is a learner's copy of the course on disk.
type Copy struct {
	Root   string // absolute
	Course *lessons.Course
}

// goMod is the copy's own module, so that it works inside any other. The
// exercises need the standard library only.
const goMod = `// Your copy of the Interleave course: edit what you like.
module interleave-course

go 1.26
`

// Find returns the copy around a folder, or nil when there is none.
func Find(dir string) *Copy {
	root := gocmd.FindUp(dir, Marker)
	if root == "" || gocmd.FindUp(dir, "go.mod") != root {
		return nil // no copy, or the product's own source
	}
	copied, err := Open(root)
	if err != nil {
		return nil
	}
	return copied
}

// Open returns the copy with this root.
func Open(root string) (*Copy, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(filepath.Join(root, Marker)); err != nil || !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no course folder (it has no %s): make one with interleave learn", root, Marker)
	}
	course, err := Embedded()
	if err != nil {
		return nil, err
	}
	return &Copy{Root: root, Course: course}, nil
}

// Make makes a copy of the course at root, or opens the one that is there. A
// folder that holds anything else is refused. The copy is written beside and
// renamed: it is there as a whole or not at all.
func Make(root string) (c *Copy, made bool, err error) {
	root, err = filepath.Abs(root)
	if err != nil {
		return nil, false, err
	}
	info, err := os.Stat(root)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, false, err
	case !info.IsDir():
		return nil, false, fmt.Errorf("%s is a file: name a folder for the course", root)
	default:
		entries, err := os.ReadDir(root)
		if err != nil {
			return nil, false, err
		}
		if len(entries) > 0 {
			if c, err := Open(root); err == nil {
				return c, false, nil
			}
			return nil, false, fmt.Errorf("%s is not empty and no course folder: name a new or an empty folder", root)
		}
	}
	parent := filepath.Dir(root)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return nil, false, err
	}
	temp, err := os.MkdirTemp(parent, ".interleave-course-")
	if err != nil {
		return nil, false, fmt.Errorf("the course cannot be made in %s: %w", parent, err)
	}
	defer os.RemoveAll(temp) // nothing is left of it after the rename
	if err := write(temp); err != nil {
		return nil, false, err
	}
	if info != nil {
		// Windows does not rename onto a folder, not even an empty one.
		if err := os.Remove(root); err != nil {
			return nil, false, err
		}
	}
	if err := os.Rename(temp, root); err != nil {
		return nil, false, err
	}
	c, err = Open(root)
	return c, true, err
}

// write puts the course below dir, without what a learner must not see yet.
func write(dir string) error {
	if err := os.Chmod(dir, 0o755); err != nil {
		return err
	}
	err := eachFile(func(name string, text []byte) error {
		target := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		return os.WriteFile(target, text, 0o644)
	})
	if err != nil {
		return err
	}
	return errors.Join(os.WriteFile(filepath.Join(dir, "go.mod"), []byte(goMod), 0o644), writeGiven(dir))
}

// forAuthors matches the part of a course's page that tells what wrong fixes there are.
var forAuthors = regexp.MustCompile(`(?s)\n<!-- authors -->\n.*?<!-- /authors -->\n`)

// hidden reports whether a file of the course stays out of the copy:
// solutions, wrong fixes and hints of exercises.
func hidden(name string) bool {
	parts := strings.Split(name, "/")
	at := slices.Index(parts, "exercises")
	if at < 0 || len(parts) < at+3 {
		return false
	}
	below := parts[at+2]
	return below == "solution" || below == "wrong" || below == "hints.md"
}

// Dir returns the exercise's folder in the copy.
func (c *Copy) Dir(e lessons.Exercise) string {
	return filepath.Join(c.Root, filepath.FromSlash(e.Dir))
}

// Main returns the file that a learner opens first.
func (c *Copy) Main(e lessons.Exercise) string {
	return filepath.Join(c.Dir(e), filepath.FromSlash(mainFile(e)))
}

func mainFile(e lessons.Exercise) string {
	for _, file := range e.Files {
		if strings.HasSuffix(file, ".go") && !strings.HasSuffix(file, "_test.go") {
			return file
		}
	}
	return "README.md"
}

// ExerciseOf returns the exercise that a file of the copy belongs to.
func (c *Copy) ExerciseOf(file string) (lessons.Exercise, bool) {
	relative, err := filepath.Rel(c.Root, file)
	if err != nil {
		return lessons.Exercise{}, false
	}
	name := filepath.ToSlash(relative)
	for _, e := range c.Course.Exercises() {
		if strings.HasPrefix(name, e.Dir+"/") || name == e.Dir {
			return e, true
		}
	}
	return lessons.Exercise{}, false
}

// Untouched reports whether the exercise's Go files are still as the course
// gave them, and none was added. read returns a file's text, the editor's
// before the disk's.
func (c *Copy) Untouched(e lessons.Exercise, read func(path string) ([]byte, error)) bool {
	given := make(map[string]bool)
	for _, file := range e.Files {
		if !strings.HasSuffix(file, ".go") {
			continue
		}
		given[path.Base(file)] = true
		original, err := fs.ReadFile(lessons.FS(), path.Join(e.Dir, file))
		if err != nil {
			return false
		}
		now, err := read(filepath.Join(c.Dir(e), filepath.FromSlash(file)))
		if err != nil || normal(now) != normal(original) {
			return false
		}
	}
	entries, err := os.ReadDir(c.Dir(e))
	if err != nil {
		return false
	}
	return !slices.ContainsFunc(entries, func(entry os.DirEntry) bool {
		return strings.HasSuffix(entry.Name(), ".go") && !given[entry.Name()]
	})
}

// normal is a text without what editors change on their own.
func normal(text []byte) string {
	return strings.TrimRight(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
}

// When an exercise's reports appear in the editor.
const (
	ShowTyping = lessons.ShowTyping
	ShowSave   = lessons.ShowSave
	ShowCheck  = lessons.ShowCheck
)
