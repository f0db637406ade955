package finding

import (
	"fmt"
	"go/parser"
	"go/token"
	"strings"
)

// Doc returns the section "# Analyzer NAME" of a doc.go file, in the form that
// analysis.Analyzer.Doc wants: a one-line summary, then the text. It panics when
// the section is missing; doc.go files are part of this program.
func Doc(source, name string) string {
	f, err := parser.ParseFile(token.NewFileSet(), "doc.go", source, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		panic(fmt.Sprintf("finding: doc.go of %s: %v", name, err))
	}
	_, section, ok := strings.Cut(f.Doc.Text(), "# Analyzer "+name+"\n")
	if !ok {
		panic("finding: doc.go has no section # Analyzer " + name)
	}
	section, _, _ = strings.Cut(section, "\n# ")
	_, text, _ := strings.Cut(strings.TrimSpace(section), name+": ")
	return text
}
