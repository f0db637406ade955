package finding

import (
	"fmt"
	"go/ast"
	"go/token"
	"strings"

	"interleave/analyzers/rules"
)

// IgnoreRule is the rule about ignore comments themselves; nothing ignores it.
const IgnoreRule rules.Name = "ignore-comment"

// ignoreForm is what to write.
const ignoreForm = "//interleave:ignore RULE REASON"

// An Ignore is one comment that begins as //interleave:ignore does. It covers the
// reports of its rule that begin on its line; on the line below, where it stands
// on a line of its own; in the whole declaration, where it is part of a doc comment.
type Ignore struct {
	Pos, End token.Pos // the comment
	Rule     rules.Name
	Problem  string // why it suppresses nothing, whatever the analyzers say; "" if it may
	Alone    bool   // no code stands on its line

	from, to token.Pos // what it covers, to exclusive
}

// Covers reports whether the comment suppresses the finding, or the finding is one in an imported
// package to which a line leads that the comment covers.
func (i Ignore) Covers(f Finding) bool {
	at := func(pos token.Pos) bool { return i.from <= pos && pos < i.to }
	return i.Problem == "" && i.Rule == f.Rule && (at(f.Pos) || at(f.Via))
}

// Ignores returns the ignore comments of the files, in source order. The files need
// their comments.
func Ignores(fset *token.FileSet, files []*ast.File) []Ignore {
	var list []Ignore
	for _, file := range files {
		var l *layout // most files have no such comment
		for _, group := range file.Comments {
			for _, comment := range group.List {
				rule, problem, ok := parseIgnore(comment.Text)
				if !ok {
					continue
				}
				if l == nil {
					l = newLayout(fset, file)
				}
				i := Ignore{Pos: comment.Pos(), End: comment.End(), Rule: rule, Problem: problem, Alone: !l.code[l.line(comment.Pos())]}
				if decl := l.documented[group]; decl != nil {
					i.from, i.to = decl.Pos(), decl.End()
				} else {
					covered := l.line(comment.Pos())
					if i.Alone {
						covered = l.line(group.End()) + 1
					}
					i.from, i.to = l.start(covered), l.start(covered+1)
				}
				list = append(list, i)
			}
		}
	}
	return list
}

// parseIgnore reads one comment; ok says that an ignore is meant.
func parseIgnore(text string) (rule rules.Name, problem string, ok bool) {
	directive, ok := ast.ParseDirective(token.NoPos, text)
	if !ok {
		// A space makes it prose, which suppresses nothing and looks as if it did.
		rest, comment := strings.CutPrefix(text, "//")
		word, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
		if comment && word == "interleave:ignore" {
			return "", "this comment suppresses nothing, because a space follows its slashes: write " + ignoreForm, true
		}
		return "", "", false
	}
	if directive.Tool != "interleave" {
		return "", "", false
	}
	name, reason, _ := strings.Cut(directive.Args, " ")
	rule = rules.Name(name)
	_, known := rules.Lookup(rule)
	switch {
	case directive.Name != "ignore":
		problem = fmt.Sprintf("there is no comment interleave:%s: write %s", directive.Name, ignoreForm)
	case name == "":
		problem = "this comment names no rule and suppresses nothing: write " + ignoreForm
	case !known:
		problem = fmt.Sprintf("no rule is named %q, so this comment suppresses nothing: write %s with the name at the end of a report", name, ignoreForm)
	case rule == IgnoreRule:
		problem = "reports about ignore comments cannot be ignored: mend or remove the comment that is reported"
	case strings.TrimSpace(reason) == "":
		problem = fmt.Sprintf("this comment gives no reason and suppresses nothing: write //interleave:ignore %s and then why the code is right", name)
	}
	return rule, problem, true
}

// A layout says what stands where in a file. Lines are those of the file itself,
// whatever //line comments say.
type layout struct {
	file       *token.File
	code       map[int]bool                   // lines on which code begins or ends
	documented map[*ast.CommentGroup]ast.Node // declarations by their doc comments
}

func newLayout(fset *token.FileSet, file *ast.File) *layout {
	l := &layout{file: fset.File(file.FileStart), code: make(map[int]bool), documented: make(map[*ast.CommentGroup]ast.Node)}
	document := func(doc *ast.CommentGroup, decl ast.Node) {
		if doc != nil {
			l.documented[doc] = decl
		}
	}
	for node := range ast.Preorder(file) {
		switch n := node.(type) {
		case *ast.File:
			l.code[l.line(n.Package)] = true
			continue
		case *ast.Comment, *ast.CommentGroup:
			continue
		case *ast.FuncDecl:
			document(n.Doc, n)
		case *ast.GenDecl:
			document(n.Doc, n)
		case *ast.TypeSpec:
			document(n.Doc, n)
		case *ast.ValueSpec:
			document(n.Doc, n)
		case *ast.Field:
			document(n.Doc, n)
		}
		l.code[l.line(node.Pos())] = true
		l.code[l.line(node.End()-1)] = true
	}
	return l
}

func (l *layout) line(pos token.Pos) int { return l.file.PositionFor(pos, false).Line }

// start returns where a line begins, or the file's end for those after the last.
func (l *layout) start(line int) token.Pos {
	if line > l.file.LineCount() {
		return l.file.Pos(l.file.Size()) + 1
	}
	return l.file.LineStart(line)
}
