package lessons_test

import (
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"interleave/lessons"
)

var anchorTag = regexp.MustCompile(`<a id="([^"]*)"></a>`)

// Every relative link leads to a file of the course, and to an anchor that is
// written there as <a id="..."></a> (the ids that Markdown viewers make from
// headings differ from viewer to viewer). What the learner gets leads to nothing
// that is kept back.
func TestEveryLinkResolves(t *testing.T) {
	fsys := lessons.FS()
	links := 0
	for _, name := range files(t, fsys) {
		if !strings.HasSuffix(name, ".md") {
			continue
		}
		source, err := fs.ReadFile(fsys, name)
		if err != nil {
			t.Fatal(err)
		}
		_ = ast.Walk(goldmark.DefaultParser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if link, ok := n.(*ast.Link); ok && entering {
				links++
				if problem := follow(t, fsys, name, string(link.Destination)); problem != "" {
					t.Errorf("%s: link to %s: %s", name, link.Destination, problem)
				}
			}
			return ast.WalkContinue, nil
		})
	}
	if links < 50 {
		t.Errorf("only %d links seen", links)
	}
}

func follow(t *testing.T, fsys fs.FS, from, destination string) (problem string) {
	u, err := url.Parse(destination)
	switch {
	case err != nil:
		return err.Error()
	case u.IsAbs():
		return "" // somebody else's page
	}
	target := from
	if u.Path != "" {
		target = path.Join(path.Dir(from), u.Path)
	}
	if !fs.ValidPath(target) {
		return "leaves the course, and the learner has only that"
	}
	if strings.Contains(target, "/solution/") || strings.Contains(target, "/wrong/") || strings.HasSuffix(target, "hints.md") {
		return "is kept back from the learner"
	}
	source, err := fs.ReadFile(fsys, target)
	if err != nil {
		return "no such file"
	}
	if u.Fragment == "" {
		return ""
	}
	for _, m := range anchorTag.FindAllStringSubmatch(string(source), -1) {
		if m[1] == u.Fragment {
			return ""
		}
	}
	return "no such anchor in " + target
}

// Links written as [text][ref] or left half-typed would show as text.
func TestNoLinkIsHalfWritten(t *testing.T) {
	half := regexp.MustCompile(`\]\s+\(|\]\(\s*\)|\]\[\]`)
	for _, name := range files(t, lessons.FS()) {
		if !strings.HasSuffix(name, ".md") {
			continue
		}
		source, err := fs.ReadFile(lessons.FS(), name)
		if err != nil {
			t.Fatal(err)
		}
		fenced := false
		for i, line := range strings.Split(string(source), "\n") {
			if strings.HasPrefix(line, "```") {
				fenced = !fenced
			}
			if !fenced && half.MatchString(line) {
				t.Errorf("%s:%d: %s", name, i+1, line)
			}
		}
		if fenced {
			t.Errorf("%s: a code block is not closed", name)
		}
	}
}
