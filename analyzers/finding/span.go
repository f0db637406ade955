package finding

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ast/astutil"
)

// Span returns the code to underline for a position that SSA gives: the whole
// send, call, selector or name there. It returns the position itself when the
// files do not contain it.
func Span(files []*ast.File, pos token.Pos) (start, end token.Pos) {
	path := Enclosing(files, pos)
	if len(path) == 0 {
		return pos, token.NoPos
	}
	node := path[0]
	if len(path) > 1 && isSelectorOf(path[1], node) {
		node = path[1]
	}
	switch n := node.(type) {
	case *ast.GoStmt:
		return n.Go, n.Go + token.Pos(len("go"))
	case *ast.RangeStmt:
		return n.For, n.X.End()
	case *ast.SelectStmt:
		return n.Select, n.Select + token.Pos(len("select"))
	case *ast.BlockStmt, *ast.FuncDecl, *ast.FuncLit, *ast.File:
		return pos, token.NoPos
	}
	return node.Pos(), node.End()
}

// Enclosing lists the syntax around a position, from the inside out; nothing when the
// files do not contain it.
func Enclosing(files []*ast.File, pos token.Pos) []ast.Node {
	for _, f := range files {
		if f.FileStart <= pos && pos < f.FileEnd {
			path, _ := astutil.PathEnclosingInterval(f, pos, pos+1)
			return path
		}
	}
	return nil
}

func isSelectorOf(parent, child ast.Node) bool {
	s, ok := parent.(*ast.SelectorExpr)
	return ok && s.Sel == child
}

// admission matches comments that call the code wrong, or unfinished.
var admission = regexp.MustCompile(`^(BUG|FIXME|TODO|XXX)\b`)

// Explained reports whether a comment stands on the line of a position, or on the line
// above it: somebody has thought about what is unusual there. That it is a bug explains nothing.
func Explained(fset *token.FileSet, files []*ast.File, pos token.Pos) bool {
	line := fset.Position(pos).Line
	return len(comments(fset, files, pos, func(first, last int) bool { return first == line || last == line || last == line-1 })) > 0
}

// intention matches what comments say of what is meant to be so.
var intention = regexp.MustCompile(`(?i)\b(intentional|intentionally|deliberate|deliberately|on purpose|purposely|by design)\b`)

// Intended reports whether such a comment on the line itself says of a variable, by its name, that something is meant to be so.
func Intended(fset *token.FileSet, files []*ast.File, pos token.Pos, name string) bool {
	line := fset.Position(pos).Line
	beside := comments(fset, files, pos, func(first, _ int) bool { return first == line })
	return slices.ContainsFunc(beside, func(text string) bool {
		words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
		return slices.Contains(words, name) && intention.MatchString(text)
	})
}

// settlement matches what comments say of a decision that holds although its lock was given up.
var settlement = regexp.MustCompile(`(?i)\bno need to (re-?)?check\b|\bonly (ever )?(modified|changed|written|updated) (by|in) this\b`)

// Settled reports whether a comment between two places of a file says that what was decided at the first need
// not be asked again at the second.
func Settled(fset *token.FileSet, files []*ast.File, from, to token.Pos) bool {
	start, end := fset.Position(from).Line, fset.Position(to).Line
	between := comments(fset, files, from, func(first, last int) bool { return start <= first && last <= end })
	return slices.ContainsFunc(between, settlement.MatchString)
}

// comments lists the texts of the comments in the file of a position that begin and end on lines which
// are wanted, without those that admit a bug.
func comments(fset *token.FileSet, files []*ast.File, pos token.Pos, wanted func(first, last int) bool) (list []string) {
	for _, f := range files {
		if f.FileStart > pos || pos >= f.FileEnd {
			continue
		}
		for _, group := range f.Comments {
			first, last := fset.Position(group.Pos()).Line, fset.Position(group.End()).Line
			if wanted(first, last) && !admission.MatchString(group.Text()) {
				list = append(list, group.Text())
			}
		}
	}
	return list
}
