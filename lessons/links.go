package lessons

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

var anchorWritten = regexp.MustCompile(`<a id="([^"]*)"></a>`)

// Links follows every relative link in the course's Markdown and returns an error
// for each that leads nowhere, out of the course, or to what is kept back from
// learners. An anchor has to be written as <a id="..."></a>: the ids that viewers
// make from headings differ from viewer to viewer. Solutions, wrong fixes and
// hints are read as well; links to other sites are not followed.
func Links(fsys fs.FS) []error {
	var errs []error
	_ = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".md") {
			return nil
		}
		source, err := fs.ReadFile(fsys, name)
		if err != nil {
			errs = append(errs, unreadable(name, err))
			return nil
		}
		return ast.Walk(goldmark.DefaultParser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if link, ok := n.(*ast.Link); ok && entering {
				if problem := follow(fsys, name, string(link.Destination)); problem != "" {
					errs = append(errs, &FormatError{File: name, What: fmt.Sprintf("the link to %s %s", link.Destination, problem)})
				}
			}
			return ast.WalkContinue, nil
		})
	})
	return errs
}

func follow(fsys fs.FS, from, destination string) (problem string) {
	u, err := url.Parse(destination)
	switch {
	case err != nil:
		return "cannot be read: " + err.Error()
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
	if strings.Contains(target, "/"+solutionDir+"/") || strings.Contains(target, "/"+wrongDir+"/") || strings.HasSuffix(target, hintsFile) {
		return "leads to what is kept back from the learner"
	}
	source, err := fs.ReadFile(fsys, target)
	if err != nil {
		return "leads to no file"
	}
	if u.Fragment == "" {
		return ""
	}
	for _, m := range anchorWritten.FindAllStringSubmatch(string(source), -1) {
		if m[1] == u.Fragment {
			return ""
		}
	}
	return "leads to no anchor in " + target
}
