package finding

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
)

// nolint matches the comments by which golangci-lint leaves out reports, those of the linters named or all
// (https://golangci-lint.run/docs/linters/false-positives/).
var nolint = regexp.MustCompile(`^//\s*nolint(?::([\w,-]+))?(?:\s|$)`)

// Silenced reports whether such a comment about all linters, or about one of those named, stands on the line
// of a position, or alone on the line above.
func Silenced(fset *token.FileSet, files []*ast.File, pos token.Pos, linters ...string) bool {
	for _, file := range files {
		if file.FileStart > pos || pos >= file.FileEnd {
			continue
		}
		var l *layout // most files have no such comment
		for _, group := range file.Comments {
			for _, c := range group.List {
				m := nolint.FindStringSubmatch(c.Text)
				if m == nil || m[1] != "" && !slices.ContainsFunc(strings.Split(m[1], ","), func(name string) bool { return slices.Contains(linters, name) }) {
					continue
				}
				if l == nil {
					l = newLayout(fset, file)
				}
				here := l.line(pos)
				if l.line(c.Pos()) == here || l.line(group.End()) == here-1 && !l.code[l.line(c.Pos())] {
					return true
				}
			}
		}
	}
	return false
}
