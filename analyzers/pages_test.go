package analyzers_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/imports"
	"golang.org/x/tools/txtar"

	"interleave/analyzers"
	"interleave/analyzers/finding"
	"interleave/analyzers/rules"
)

// What a rule's page says is tried. Its first block of code is reported by the rule, as
// sure as the page says, and the first block of its fix is not, each as a package by
// itself. A page that tells certain from likely and shows a program is tried once more
// without the program: the report is likely then. What stands in the interleaving stands
// on that line of the code.
//
// What the code needs to be a package is added by these conventions:
//
//   - The package is main where the code has a main function. Imports of the
//     standard library, and those in elsewhere, are found by the names that are used.
//   - Code with a function TestSomething goes into a test file.
//   - A comment "// go.mod: go 1.N" is obeyed.
//   - The fix keeps those declarations of the bad code that it does not declare anew.
//   - testdata/pages.txtar has what pages leave out, in RULE/bad, RULE/fix or RULE/both, and
//     in RULE/uncalled a function to stand in for the program where main by another name
//     is not enough.
//     A line "// page" there tells where the lines of the page stand, when they are
//     no declarations.

// elsewhere are the packages outside the standard library that pages use.
var elsewhere = []string{"golang.org/x/sync/errgroup"}

// An example is the code of a page, as a package.
type example struct {
	rule rules.Name
	kind string // "bad", "uncalled" or "fix"
	sure string // what the page says about how sure the report is
	file string
	text []byte
}

func TestPagesShowWhatIsReportedAndHowToMendIt(t *testing.T) {
	overlay := make(map[string][]byte)
	byDir := make(map[string]example)
	archive, err := txtar.ParseFile(filepath.Join("testdata", "pages.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	added := make(map[string]string)
	for _, f := range archive.Files {
		added[f.Name] = string(f.Data)
	}
	for _, rule := range rules.All() {
		for _, e := range examplesOf(t, rule, added) {
			overlay[e.file] = e.text
			byDir[filepath.Dir(e.file)] = e
		}
	}
	for name := range added {
		t.Errorf("testdata/pages.txtar: no page needs %s", name)
	}
	reported := make(map[string][]placed) // by folder, by the page's rule
	for _, f := range findingsIn(t, overlay) {
		dir := filepath.Dir(f.place.Filename)
		if e := byDir[dir]; f.Rule == e.rule && !f.Ignored {
			reported[dir] = append(reported[dir], f)
		}
	}
	for dir, e := range byDir {
		list := reported[dir]
		says := func(c rules.Confidence) bool { return strings.Contains(strings.ToLower(e.sure), "*"+c.String()+"*") }
		switch {
		case e.kind == "fix" && len(list) > 0:
			t.Errorf("%s: the fix is reported: %s\n%s", e.rule, list[0].Message, e.text)
		case e.kind != "fix" && len(list) == 0:
			t.Errorf("%s, %s: the code is not reported:\n%s", e.rule, e.kind, e.text)
		case e.kind == "bad" && !says(list[0].Confidence):
			t.Errorf("%s: the report is %s; the page says %q", e.rule, list[0].Confidence, e.sure)
		case e.kind == "uncalled" && list[0].Confidence != rules.Likely:
			t.Errorf("%s: the report about code that nothing calls is %s", e.rule, list[0].Confidence)
		}
	}
}

func TestInterleavingsOfPagesQuoteTheirCode(t *testing.T) {
	for _, rule := range rules.All() {
		page := rule.Page()
		lines := strings.Split(codeIn(page), "\n")
		_, shown, _ := strings.Cut(page, "\n## The interleaving")
		shown, _, _ = strings.Cut(shown, "\n## ")
		own := ownFile(shown)
		for row := range strings.Lines(shown) {
			number := rowNumber.FindString(row)
			if number == "" {
				continue // the goroutines' names, or what comes of it
			}
			for _, m := range step.FindAllStringSubmatch(row[len(number):], -1) {
				line, err := strconv.Atoi(m[3])
				if err != nil {
					t.Fatal(err)
				}
				// Behind two spaces stands what the step does, and dots stand for what is left out.
				quoted, _, _ := strings.Cut(m[1], "  ")
				quoted, _, _ = strings.Cut(quoted, "...")
				// A lock that a function calls a.mu may be the caller's b.mu, and is called so.
				_, ofObject, _ := strings.Cut(quoted, ".")
				if ofObject == "" {
					ofObject = quoted
				}
				if m[2] == own && (line > len(lines) || !strings.Contains(lines[line-1], ofObject)) {
					t.Errorf("%s: %q does not stand on line %d", rule.Name, quoted, line)
				}
			}
		}
	}
}

var (
	rowNumber = regexp.MustCompile(`^ +[0-9]+ `)
	step      = regexp.MustCompile(`(\S.*?) +(\w+\.go):(\d+)`) // what it quotes, and the place
	fileName  = regexp.MustCompile(`\w+\.go`)
)

// ownFile returns the file that an interleaving names most often: it is the page's code.
func ownFile(shown string) (own string) {
	times := make(map[string]int)
	for _, name := range fileName.FindAllString(shown, -1) {
		if times[name]++; times[name] > times[own] {
			own = name
		}
	}
	return own
}

// examplesOf makes packages of a page's bad code and of its fix. It takes out of
// added what they need of it.
func examplesOf(t *testing.T, rule rules.Rule, added map[string]string) []example {
	t.Helper()
	_, page, _ := strings.Cut(rule.Page(), "<!-- /header -->")
	_, fix, _ := strings.Cut(page, "\n## The fix")
	take := func(kind string) string {
		text := added[string(rule.Name)+"/"+kind]
		delete(added, string(rule.Name)+"/"+kind)
		return text
	}
	both, bad := take("both"), codeIn(page)
	list := []example{
		{kind: "bad", text: frame(bad, take("bad")+both)},
		{kind: "fix", text: frame(codeIn(fix), take("fix")+both)},
	}
	list[1].text = append(list[1].text, undeclared(t, string(rule.Name), bad, string(list[1].text))...)
	_, sure, _ := strings.Cut(page, "\n## How sure the report is\n")
	sure, _, _ = strings.Cut(sure, "\n## ")
	if hasMain.MatchString(bad) && strings.Contains(sure, "*Certain* when a program") && strings.Contains(sure, "*Likely*") {
		uncalled := take("uncalled")
		if uncalled != "" {
			uncalled += "func main() {}\n" // instead of the page's
		}
		text := frame(uncalled, both)
		text = append(text, undeclared(t, string(rule.Name), bad, string(text))...)
		list = append(list, example{kind: "uncalled", text: hasMain.ReplaceAll(text, []byte("func AsMain("))})
	}
	for i := range list {
		list[i].rule, list[i].sure = rule.Name, sure
		complete(t, &list[i], goVersion.FindStringSubmatch(page))
	}
	return list
}

// codeIn returns the first block of Go code in a page or a part of one.
func codeIn(page string) string {
	_, code, _ := strings.Cut(page, "```go\n")
	code, _, _ = strings.Cut(code, "```")
	return code
}

// frame puts a page's lines where its additions want them: above, or at "// page".
func frame(lines, added string) []byte {
	if before, after, ok := strings.Cut(added, "// page\n"); ok {
		return []byte(before + lines + after)
	}
	return []byte(lines + "\n" + added)
}

// undeclared returns those declarations of the bad code that the fix has not.
func undeclared(t *testing.T, name, bad, fix string) []byte {
	t.Helper()
	declared := make(map[string]bool)
	for _, d := range declarations(t, name+", fix", fix) {
		for _, n := range namesOf(d) {
			declared[n] = true
		}
	}
	// A block of statements is no declaration to keep.
	if _, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+bad, 0); err != nil {
		return nil
	}
	const prefix = "package p\n"
	var rest bytes.Buffer
	for _, d := range declarations(t, name+", bad", bad) {
		if !slices.ContainsFunc(namesOf(d), func(n string) bool { return declared[n] }) {
			fmt.Fprintf(&rest, "\n%s\n", (prefix + bad)[d.Pos()-1:d.End()-1])
		}
	}
	return rest.Bytes()
}

func declarations(t *testing.T, name, code string) []ast.Decl {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), name, "package p\n"+code, parser.SkipObjectResolution)
	if err != nil {
		t.Errorf("%v: where the code is no declarations, testdata/pages.txtar says where they stand", err)
		return nil
	}
	return f.Decls
}

// namesOf lists what a declaration declares; methods as "Type.Method".
func namesOf(d ast.Decl) (list []string) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		name := d.Name.Name
		if d.Recv != nil {
			typ := d.Recv.List[0].Type
			if p, ok := typ.(*ast.StarExpr); ok {
				typ = p.X
			}
			name = fmt.Sprint(typ, ".", name)
		}
		return []string{name}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				list = append(list, s.Name.Name)
			case *ast.ValueSpec:
				for _, n := range s.Names {
					list = append(list, n.Name)
				}
			}
		}
	}
	return list
}

var (
	hasMain   = regexp.MustCompile(`(?m)^func main\(`)
	hasTest   = regexp.MustCompile(`(?m)^func Test\w+\(`)
	goVersion = regexp.MustCompile(`// go\.mod: go (1\.\d+)`)
)

// complete gives an example its package clause, its imports and its place.
func complete(t *testing.T, e *example, version []string) {
	t.Helper()
	clause := "package page\n"
	if hasMain.Match(e.text) {
		clause = "package main\n"
	}
	if version != nil {
		clause = "//go:build go" + version[1] + "\n\n" + clause
	}
	for _, path := range elsewhere {
		if bytes.Contains(e.text, []byte(filepath.Base(path)+".")) {
			clause += "import \"" + path + "\"\n"
		}
	}
	name := "page.go"
	if hasTest.Match(e.text) {
		name = "page_test.go"
	}
	file, err := filepath.Abs(filepath.Join("testdata", "pages", string(e.rule), e.kind, name))
	if err != nil {
		t.Fatal(err)
	}
	e.file = file
	text, err := imports.Process(file, append([]byte(clause), e.text...), nil)
	if err != nil {
		t.Errorf("%s, %s: %v\n%s", e.rule, e.kind, err, e.text)
	}
	e.text = text
}

// A placed is a finding with its place resolved.
type placed struct {
	finding.Finding
	place token.Position
}

// findingsIn runs the suite over packages that are not on the disk, each in a folder of its own.
func findingsIn(t *testing.T, overlay map[string][]byte) (list []placed) {
	t.Helper()
	var patterns []string
	for file := range overlay {
		patterns = append(patterns, filepath.Dir(file))
	}
	slices.Sort(patterns)
	cfg := &packages.Config{Mode: packages.LoadAllSyntax, Tests: true, Overlay: overlay, Env: append(os.Environ(), "GOWORK=off")}
	pkgs, err := packages.Load(cfg, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Errorf("%s: %v\n%s", p.ID, e, overlay[strings.Split(e.Pos, ":")[0]])
		}
	}
	if t.Failed() {
		t.FailNow()
	}
	graph, err := checker.Analyze(analyzers.All(), pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Errorf("%v: %v", act, act.Err)
			continue
		}
		for _, f := range act.Result.([]finding.Finding) {
			list = append(list, placed{f, act.Package.Fset.Position(f.Pos)})
		}
	}
	return list
}
