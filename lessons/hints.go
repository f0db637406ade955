package lessons

import (
	"fmt"
	"io/fs"
	"path"
)

// Rungs is how many hints an exercise has: a question that points at the data,
// the interleaving that breaks it, the primitive to use and why, and the change
// in words, then code.
const Rungs = 4

// Hints returns the four rungs of an exercise, as Markdown. In hints.md each
// rung is a heading of level 2 with what stands below it; text before the first
// one is for authors and is not returned.
func Hints(fsys fs.FS, e Exercise) ([]string, error) {
	file := path.Join(e.Dir, hintsFile)
	source, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, unreadable(file, err)
	}
	p := parsePage(source)
	var rungs []string
	for i, s := range p.sections {
		if s.level == 2 {
			rungs = append(rungs, p.sectionText(i))
		}
	}
	if len(rungs) != Rungs {
		return nil, &FormatError{
			File: file,
			What: fmt.Sprintf("%d hints", len(rungs)),
			Do:   fmt.Sprintf("write %d, each under a heading that begins with ##", Rungs),
		}
	}
	return rungs, nil
}
