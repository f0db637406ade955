package session

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"interleave/analyzers/finding"
	"interleave/analyzers/rules"
	"interleave/analyzers/witness"
)

// A Position is a place in a file: Line and Column count from 1, Column and
// Offset in bytes.
type Position struct {
	Offset int `json:"-"`
	Line   int `json:"line"`
	Column int `json:"column"`
}

// A Span is a stretch of one file; its End is exclusive.
type Span struct {
	File  string   `json:"file"`
	Start Position `json:"start"`
	End   Position `json:"end"`
}

// Overlaps reports whether the spans share text, or begin at the same place.
func (s Span) Overlaps(other Span) bool {
	return s.File == other.File && (s.Start.Offset == other.Start.Offset ||
		s.Start.Offset < other.End.Offset && other.Start.Offset < s.End.Offset)
}

// A Related place is another step of a report's story.
type Related struct {
	Span
	Message string `json:"message"`
}

// An Edit replaces the bytes [Start, End) of a file.
type Edit struct {
	Span
	NewText string `json:"newText"`
}

// A Fix is one way to change the code. All its edits lie in files of the
// package that was analysed.
type Fix struct {
	Message string `json:"message"`
	Edits   []Edit `json:"edits"`
}

// A Report is a finding with its positions resolved: it stays valid when the
// syntax trees that it came from are gone. It is immutable.
type Report struct {
	ID         string // names the report and its witness within the workspace; the same for the same story
	Package    string // the go command's name of the package that the place belongs to, "p [p.test]" for one with its tests
	Rule       rules.Rule
	Confidence rules.Confidence
	Message    string // one line, without the rule's name
	Function   string // the declared function around it, "Counter.Inc" for a method; "" outside of all
	Span
	Via     *Span // of a report about an imported package: from where the program that shows it gets there; else nil
	Related []Related
	Witness *witness.Witness // may be nil
	Fixes   []Fix
	Ignored bool // a comment of the code suppresses it
}

// AtVia returns the report as it is told at the place from where the program gets to it.
func (r Report) AtVia() Report {
	r.Message = fmt.Sprintf("this leads to %s:%d: %s", filepath.Base(r.File), r.Start.Line, r.Message)
	r.Related = append([]Related{{r.Span, "it happens here"}}, slices.DeleteFunc(slices.Clone(r.Related), func(related Related) bool { return related.File == r.Via.File && related.Start == r.Via.Start })...)
	r.Span, r.Via, r.Function, r.Fixes = *r.Via, nil, "", nil
	return r
}

// Text returns the line that go vet prints, without the position.
func (r Report) Text() string { return r.Message + " (" + string(r.Rule.Name) + ")" }

// span resolves a range without //line comments: those may name any file.
func span(fset *token.FileSet, pos, end token.Pos) (Span, bool) {
	file := fset.File(pos)
	if file == nil {
		return Span{}, false
	}
	start := position(file, pos)
	s := Span{File: file.Name(), Start: start, End: start}
	if end.IsValid() && end > pos && int(end)-file.Base() <= file.Size() {
		s.End = position(file, end)
	}
	return s, true
}

func position(file *token.File, pos token.Pos) Position {
	p := file.PositionFor(pos, false)
	return Position{Offset: p.Offset, Line: p.Line, Column: p.Column}
}

// resolve turns the findings of one package into reports, ordered by file,
// place and rule. A finding in no Go file of the package, nor of one that it
// imports, is dropped, and so is a fix that would edit outside of its own files.
// read gives the text of an imported package's file.
func resolve(fset *token.FileSet, files []*ast.File, n *node, read func(name string) ([]byte, error), findings []finding.Finding) []Report {
	own := make(map[string]bool)
	for _, file := range n.files {
		own[file] = true
	}
	var reports []Report
	for _, f := range findings {
		rule, known := rules.Lookup(f.Rule)
		at, ok := span(fset, f.Pos, f.End)
		if !known || !ok {
			continue
		}
		r := Report{Rule: rule, Confidence: f.Confidence, Message: f.Message, Span: at, Witness: f.Witness, Ignored: f.Ignored}
		start, end := finding.Span(files, f.Via)
		if own[at.File] {
			r.Package, r.Function = n.id, functionAt(files, f.Pos)
		} else if via, ok := span(fset, start, end); ok {
			owner := n.importOf(at.File)
			text, err := read(at.File)
			if owner == nil || err != nil {
				continue
			}
			r.Package, r.Function, r.Via = owner.id, functionIn(text, at.Start.Offset), &via
		} else {
			continue
		}
		for _, related := range f.Related {
			if place, ok := span(fset, related.Pos, related.End); ok {
				r.Related = append(r.Related, Related{Span: place, Message: related.Message})
			}
		}
	fixes:
		for _, fix := range f.Fixes {
			resolved := Fix{Message: fix.Message}
			for _, edit := range fix.TextEdits {
				place, ok := span(fset, edit.Pos, edit.End)
				if !ok || !own[place.File] {
					continue fixes
				}
				resolved.Edits = append(resolved.Edits, Edit{Span: place, NewText: string(edit.NewText)})
			}
			r.Fixes = append(r.Fixes, resolved)
		}
		r.ID = identify(r)
		reports = append(reports, r)
	}
	return order(reports)
}

// functionIn names the declared function around a byte offset of a Go file.
func functionIn(text []byte, offset int) string {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", text, parser.SkipObjectResolution)
	if err != nil {
		return ""
	}
	return functionAt([]*ast.File{file}, file.FileStart+token.Pos(offset))
}

// functionAt names the declared function around a position.
func functionAt(files []*ast.File, pos token.Pos) string {
	for _, file := range files {
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || pos < fn.Pos() || fn.End() <= pos {
				continue
			}
			if fn.Recv == nil || len(fn.Recv.List) == 0 {
				return fn.Name.Name
			}
			return receiverName(fn.Recv.List[0].Type) + "." + fn.Name.Name
		}
	}
	return ""
}

// receiverName is the name of a receiver's type, without pointer and parameters.
func receiverName(expr ast.Expr) string {
	switch e := ast.Unparen(expr).(type) {
	case *ast.StarExpr:
		return receiverName(e.X)
	case *ast.IndexExpr:
		return receiverName(e.X)
	case *ast.IndexListExpr:
		return receiverName(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// order sorts reports and drops those that repeat the place and rule of
// another: a package is analysed with and without its tests, and several
// programs may show one mistake of a package that they import.
func order(reports []Report) []Report {
	slices.SortStableFunc(reports, compare)
	return slices.CompactFunc(reports, func(a, b Report) bool { return place(a) == place(b) })
}

func place(r Report) string {
	return fmt.Sprintf("%s\x00%d\x00%s", r.File, r.Start.Offset, r.Rule.Name)
}

func compare(a, b Report) int {
	if c := strings.Compare(a.File, b.File); c != 0 {
		return c
	}
	if c := a.Start.Offset - b.Start.Offset; c != 0 {
		return c
	}
	if c := strings.Compare(string(a.Rule.Name), string(b.Rule.Name)); c != 0 {
		return c
	}
	if a.Ignored != b.Ignored {
		// One program's author accepts what another's has to hear of.
		if a.Ignored {
			return 1
		}
		return -1
	}
	return int(b.Confidence) - int(a.Confidence)
}

// identify hashes what the report tells, so that the id survives a re-check
// that tells the same, and dies with the text that it was about.
func identify(r Report) string {
	hash := sha256.New()
	fmt.Fprintf(hash, "%s\n%s\n%s\n%v\n", r.Rule.Name, r.File, r.Message, r.Start)
	if r.Witness != nil {
		_ = json.NewEncoder(hash).Encode(r.Witness) // a hash takes everything
	}
	return hex.EncodeToString(hash.Sum(nil)[:12])
}
