package session

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/tools/go/analysis"

	"interleave/analyzers/finding"
	"interleave/server/internal/gocmd"
)

// A Request says what to check, in which state of the buffers.
type Request struct {
	Buffers Buffers

	// Dir is the folder from which Patterns are seen. With no Patterns it is
	// Dir itself, or, when Dir is "", only the Keys.
	Dir      string
	Patterns []string

	// Others are folders that are checked by other requests of the same Dir form.
	// What their last check says of the files of this one is part of the result:
	// a program may show a mistake of a package that it imports.
	Others []string

	// Keys are documents that must be answered for, even when the go command
	// knows no package for them (untitled buffers, files outside a module,
	// files that a build constraint excludes): each is then a package of its own.
	Keys []string

	// Quick passes over dependencies whose facts are not at hand yet. The
	// result says so, and a second request without Quick is then due.
	Quick bool

	// Patience bounds the analysis of one package; 0 means DefaultPatience.
	Patience time.Duration
}

// DefaultPatience is how long one package may take in an editor. What takes
// longer is named, remembered by its content and skipped.
const DefaultPatience = 30 * time.Second

// A Note is something that the reader of the reports has to know: what could
// not be analysed, and why.
type Note struct {
	File string // may be "", for a note about no single file
	Line int    // may be 0
	Text string

	Syntax bool // the file does not parse
}

// String returns file:line: text.
func (n Note) String() string {
	switch {
	case n.File == "":
		return n.Text
	case n.Line == 0:
		return n.File + ": " + n.Text
	}
	return fmt.Sprintf("%s:%d: %s", n.File, n.Line, n.Text)
}

// A Result is what the analyzers say. It is immutable.
type Result struct {
	Reports    []Report
	Ignored    []Report // those that a comment of the code suppresses
	Files      []string // all files that were answered for, sorted
	Notes      []Note
	Incomplete bool // a Quick request passed over dependencies
	Fresh      bool // something was computed; else all of it was remembered
}

// Check analyses the requested packages. An error is the context's, or means
// that there are no packages; what befalls one package is a note.
func (s *Session) Check(ctx context.Context, request Request) (*Result, error) {
	defer s.drain()
	v := view{buffers: request.Buffers, disk: s.disk}
	result := new(Result)
	files := make(map[string]bool)
	keys := slices.Clone(request.Keys)
	if request.Dir != "" {
		patterns := request.Patterns
		if len(patterns) == 0 {
			patterns = []string{"."}
		}
		g, err := s.graphOf(ctx, v, request.Dir, patterns)
		switch {
		case err != nil && (isCancel(err) || len(keys) == 0):
			return nil, err
		case err != nil:
			result.Notes = append(result.Notes, Note{File: request.Dir, Text: err.Error()})
		default:
			for _, note := range g.notes {
				result.Notes = append(result.Notes, Note{Text: note})
			}
			if err := s.checkGraph(ctx, v, request, request.Dir, g, result, files); err != nil {
				return nil, err
			}
		}
	}
	slices.Sort(keys)
	for _, key := range keys {
		if files[key] {
			continue
		}
		g, err := s.single(ctx, v, []string{key})
		if err != nil {
			if isCancel(err) {
				return nil, err
			}
			result.Notes = append(result.Notes, Note{File: key, Text: err.Error()})
			files[key] = true
			continue
		}
		if err := s.checkGraph(ctx, v, request, key, g, result, files); err != nil {
			return nil, err
		}
	}
	all := order(append(result.Reports, s.saidElsewhere(v, request, files)...))
	result.Reports = nil
	for _, r := range all {
		if r.Ignored {
			result.Ignored = append(result.Ignored, r)
		} else {
			result.Reports = append(result.Reports, r)
		}
	}
	result.Files = sortedKeys(files)
	return result, nil
}

// HasModule reports whether a go.mod stands at or above the folder.
func HasModule(dir string) bool { return gocmd.FindUp(dir, "go.mod") != "" }

func (s *Session) checkGraph(ctx context.Context, v view, request Request, where string, g *graph, result *Result, files map[string]bool) error {
	r := s.types.resolver(v)
	outcomes := make([]*outcome, len(g.targets))
	fresh := make([]bool, len(g.targets))
	side, ctx := errgroup.WithContext(ctx)
	side.SetLimit(max(1, runtime.GOMAXPROCS(0)))
	for i, target := range g.targets {
		side.Go(func() (err error) {
			outcomes[i], fresh[i], err = s.checkTarget(ctx, r, request, where, target)
			return err
		})
	}
	if err := side.Wait(); err != nil {
		return err
	}
	s.mu.Lock()
	s.latest[where] = outcomes
	s.mu.Unlock()
	for i, target := range g.targets {
		result.Fresh = result.Fresh || fresh[i]
		result.Reports = append(result.Reports, outcomes[i].reports...)
		result.Notes = append(result.Notes, outcomes[i].notes...)
		result.Incomplete = result.Incomplete || outcomes[i].incomplete
		for _, file := range target.files {
			files[file] = true
		}
	}
	return nil
}

// An outcome is the last run over one target.
type outcome struct {
	key        hash
	reports    []Report
	notes      []Note
	incomplete bool
	texts      map[string][]byte // what the reports are about
}

// checkTarget returns what the analyzers say of one package, and whether that
// had to be computed.
func (s *Session) checkTarget(ctx context.Context, r *resolver, request Request, where string, n *node) (out *outcome, fresh bool, err error) {
	if err := r.need(ctx, n.deps); err != nil {
		return nil, false, err
	}
	source, err := r.source(n)
	if err != nil {
		return &outcome{notes: []Note{{File: n.dir, Text: err.Error()}}}, false, nil
	}
	below, complete, err := s.factsBelow(ctx, r, n, !request.Quick)
	if err != nil {
		return nil, false, err
	}
	key := runKey(source, below, complete)
	slot := where + "\x00" + n.id
	s.mu.Lock()
	last := s.results[slot]
	overran := s.overran[key]
	s.mu.Unlock()
	if last != nil && last.key == key {
		return last, false, nil
	}
	if overran {
		return &outcome{key: key, notes: []Note{{File: n.dir, Text: tooLong(n, request)}}}, false, nil
	}

	out, err = s.bounded(request, key, n, func() (*outcome, error) { return s.run(ctx, r, n, below, complete, last) })
	if err != nil {
		return nil, false, err
	}
	out.key, out.incomplete = key, !complete
	for _, problem := range n.problems {
		out.notes = append(out.notes, Note{File: n.dir, Text: problem})
	}
	s.mu.Lock()
	s.results[slot] = out
	s.mu.Unlock()
	return out, true, nil
}

func tooLong(n *node, request Request) string {
	return fmt.Sprintf("package %s took longer than %s to analyse and is skipped until it changes", n.id, request.patience())
}

func (request Request) patience() time.Duration {
	if request.Patience > 0 {
		return request.Patience
	}
	return DefaultPatience
}

// bounded runs one package's analysis and waits no longer than the request's
// patience. go/types cannot be cancelled and may take for ever on a few lines:
// such a run is left behind, and its package skipped until it changes.
func (s *Session) bounded(request Request, key hash, n *node, run func() (*outcome, error)) (*outcome, error) {
	type answer struct {
		out *outcome
		err error
	}
	done := make(chan answer, 1)
	go func() {
		out, err := run()
		done <- answer{out, err}
	}()
	timer := time.NewTimer(request.patience())
	defer timer.Stop()
	select {
	case a := <-done:
		return a.out, a.err
	case <-timer.C:
		s.mu.Lock()
		s.overran[key] = true
		s.mu.Unlock()
		return &outcome{notes: []Note{{File: n.dir, Text: tooLong(n, request)}}}, nil
	}
}

func runKey(source hash, below [][]byte, complete bool) hash {
	h := sha256.New()
	fmt.Fprintf(h, "run 1 %v\n", complete)
	h.Write(source[:])
	for _, facts := range below {
		sum := sha256.Sum256(facts)
		h.Write(sum[:])
	}
	return hash(h.Sum(nil))
}

// run parses, checks and analyses one package.
func (s *Session) run(ctx context.Context, r *resolver, n *node, below [][]byte, complete bool, last *outcome) (out *outcome, err error) {
	out = &outcome{texts: make(map[string][]byte)}
	defer func() {
		if p := recover(); p != nil {
			s.logf("%s: %v\n%s", n.id, p, debug.Stack())
			out.reports = nil
			out.notes = append(out.notes, Note{File: n.dir, Text: fmt.Sprintf("package %s could not be analysed: %v", n.id, p)})
		}
	}()
	c, notes, err := s.load(ctx, r, n, out.texts)
	if err != nil {
		if isCancel(err) {
			return nil, err
		}
		out.notes = append(out.notes, Note{File: n.dir, Text: err.Error()})
		return out, nil
	}
	defer s.forget(c.files)
	out.notes = notes
	c.partial = !complete || len(c.aside) > 0
	facts, err := s.factsFor(r, c, below)
	if err != nil {
		return nil, err
	}
	results, problems, err := drive(ctx, c, facts, s.analyzers)
	if err != nil {
		return nil, err
	}
	findings := findingsIn(c, s.analyzers, results)
	for _, problem := range problems {
		var panicked *crash
		if errors.As(problem, &panicked) {
			s.logf("%s: %v\n%s", n.id, problem, panicked.stack)
		}
		out.notes = append(out.notes, Note{File: n.dir, Text: fmt.Sprintf("package %s was not analysed in full: %v", n.id, problem)})
	}
	out.reports = resolve(c.fset, c.files, n, func(name string) ([]byte, error) {
		text, _, err := r.v.read(name)
		out.texts[name] = text
		return text, err
	}, findings)
	out.reports = keep(out.reports, c.aside, out.texts, last)
	s.forgetImported(c.files, findings)
	return out, nil
}

// forgetImported takes those files out of the file set again that the analysis has
// added to it for what it found in imported packages: they lie behind the package's
// own, and the files that types come from, which others need, before.
func (s *Session) forgetImported(own []*ast.File, findings []finding.Finding) {
	last := token.NoPos
	for _, f := range own {
		last = max(last, f.FileEnd)
	}
	forget := func(pos token.Pos) {
		if file := s.fset.File(pos); file != nil && pos > last {
			s.fset.RemoveFile(file)
		}
	}
	for _, f := range findings {
		forget(f.Pos)
		for _, related := range f.Related {
			forget(related.Pos)
		}
	}
}

// saidElsewhere returns what the last checks of other folders say of some files,
// moved with their text where that has changed since.
func (s *Session) saidElsewhere(v view, request Request, files map[string]bool) (list []Report) {
	for _, dir := range request.Others {
		if dir == request.Dir {
			continue
		}
		s.mu.Lock()
		outcomes := s.latest[dir]
		s.mu.Unlock()
		for _, out := range outcomes {
			for _, r := range out.reports {
				if r.Via == nil || !files[r.File] {
					continue
				}
				text, _, err := v.read(r.File)
				if err != nil {
					continue
				}
				if bytes.Equal(text, out.texts[r.File]) {
					list = append(list, r)
				} else if moved, ok := move(r, out.texts, map[string][]byte{r.File: text}); ok {
					list = append(list, moved)
				}
			}
		}
	}
	return list
}

// load parses and type-checks a package with its bodies. What does not
// compile is set aside; the first hard error becomes a note.
func (s *Session) load(ctx context.Context, r *resolver, n *node, texts map[string][]byte) (*checked, []Note, error) {
	c := &checked{node: n, fset: s.fset, view: r.v, sizes: s.types.sizes, info: &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}}
	var notes []Note
	var syntax scanner.ErrorList
	fail := func(err error) (*checked, []Note, error) {
		s.forget(c.files)
		return nil, nil, err
	}
	// Every run parses all files, in the go command's order: positions then
	// order files alike in every run, and nothing is decided by luck. Identifiers
	// are resolved, as every driver has it: passes of x/tools look at them.
	for _, name := range n.files {
		if err := ctx.Err(); err != nil {
			return fail(err)
		}
		content, _, err := r.v.read(name)
		if err != nil {
			notes = append(notes, Note{File: name, Text: err.Error()})
			continue
		}
		if texts != nil {
			texts[name] = content
		}
		file, err := parser.ParseFile(s.fset, name, content, parser.ParseComments)
		var list scanner.ErrorList
		if errors.As(err, &list) {
			if len(syntax) == 0 {
				notes = append(notes, Note{File: name, Line: list[0].Pos.Line, Text: list[0].Msg, Syntax: true})
			}
			syntax = append(syntax, list...)
		}
		if file != nil && file.Name != nil && file.Name.Name != "" && file.Name.Name != "_" {
			c.files = append(c.files, file)
		}
	}
	if len(c.files) == 0 {
		return fail(fmt.Errorf("package %s has no file that can be read", n.id))
	}
	if line := gocmd.TooNew(n.goLine); line != "" {
		return fail(errors.New(line))
	}
	var typeErrors []types.Error
	config := &types.Config{
		Importer:    r.importer(n),
		Sizes:       c.sizes,
		GoVersion:   n.goLine,
		FakeImportC: true,
		Error: func(err error) {
			var typeError types.Error
			if errors.As(err, &typeError) {
				typeErrors = append(typeErrors, typeError)
			}
		},
	}
	if err := ctx.Err(); err != nil {
		return fail(err)
	}
	pkg, err := check(config, n.path, c)
	if err != nil {
		return fail(err)
	}
	c.pkg = pkg
	for _, typeError := range typeErrors {
		if !typeError.Soft && len(notes) == 0 {
			position := s.fset.PositionFor(typeError.Pos, false)
			notes = append(notes, Note{File: position.Filename, Line: position.Line, Text: typeError.Msg})
		}
	}
	if err := ctx.Err(); err != nil {
		return fail(err)
	}
	setAside(c, typeErrors, syntax)
	return c, notes, nil
}

// check type-checks, and turns a panic of the checker into an error.
func check(config *types.Config, path string, c *checked) (pkg *types.Package, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("package %s: the type checker failed: %v", path, p)
		}
	}()
	pkg, _ = config.Check(path, c.fset, c.files, c.info)
	if pkg == nil {
		return nil, fmt.Errorf("package %s could not be type-checked", path)
	}
	return pkg, nil
}

// factsBelow returns the encoded facts of a package's direct imports, ordered
// as its deps. Without wait, what is not at hand is missing, and complete false.
func (s *Session) factsBelow(ctx context.Context, r *resolver, n *node, wait bool) (below [][]byte, complete bool, err error) {
	complete = true
	for _, dep := range n.deps {
		if dep.std && dep.id == dep.path {
			continue
		}
		facts, ok, err := s.factsOf(ctx, r, dep, wait)
		if err != nil {
			return nil, false, err
		}
		if !ok {
			complete = false
			continue
		}
		below = append(below, facts)
	}
	return below, complete, nil
}

// factsOf returns what importers of the package learn about it, analysing it
// with its bodies when neither memory nor disk knows.
func (s *Session) factsOf(ctx context.Context, r *resolver, n *node, wait bool) (facts []byte, ok bool, err error) {
	asked := factsAsked{n, wait}
	r.mu.Lock()
	answer, known := r.facts[asked]
	r.mu.Unlock()
	if known {
		return answer.facts, answer.ok, nil
	}
	facts, ok, err = s.findFacts(ctx, r, n, wait)
	if err == nil {
		r.mu.Lock()
		r.facts[asked] = factsAnswer{facts, ok}
		r.mu.Unlock()
	}
	return facts, ok, err
}

// findFacts is factsOf for the first time that the resolver asks.
func (s *Session) findFacts(ctx context.Context, r *resolver, n *node, wait bool) (facts []byte, ok bool, err error) {
	fact := factual(s.analyzers)
	if len(fact) == 0 {
		return nil, true, nil
	}
	below, complete, err := s.factsBelow(ctx, r, n, wait)
	if err != nil || !complete {
		return nil, false, err
	}
	f := r.get(n)
	if f == nil || f.err != nil {
		return nil, true, nil // it cannot be read, so nothing is known of it
	}
	key := factsKey(s.tool, fact, f.source, below)
	s.mu.Lock()
	facts, ok = s.facts[key]
	overran := s.overran[key]
	s.mu.Unlock()
	if ok || overran {
		return facts, true, nil
	}
	if facts, ok = s.cache.Get(kindFacts, key); !ok {
		if !wait {
			return nil, false, nil
		}
		if facts, err = s.makeFacts(ctx, r, n, fact, key, below); err != nil {
			return nil, false, err
		}
	}
	s.mu.Lock()
	const many = 4096
	if len(s.facts) > many {
		clear(s.facts)
	}
	s.facts[key] = facts
	s.mu.Unlock()
	return facts, true, nil
}

func (s *Session) makeFacts(ctx context.Context, r *resolver, n *node, fact []*analysis.Analyzer, key hash, below [][]byte) ([]byte, error) {
	var facts []byte
	out, err := s.bounded(Request{}, key, n, func() (*outcome, error) {
		c, _, err := s.load(ctx, r, n, nil)
		if err != nil {
			if isCancel(err) {
				return nil, err
			}
			return new(outcome), nil
		}
		defer s.forget(c.files)
		set, err := s.factsFor(r, c, below)
		if err != nil {
			return nil, err
		}
		_, problems, err := drive(ctx, c, set, fact)
		if err != nil {
			return nil, err
		}
		for _, problem := range problems {
			s.logf("%s: %v", n.id, problem)
		}
		encoded, err := set.encode()
		if err != nil {
			s.logf("%v", err)
		}
		facts = encoded
		return new(outcome), nil
	})
	if err != nil {
		return nil, err
	}
	if len(out.notes) > 0 { // it had no end; facts belongs to the run left behind
		s.logf("%s", out.notes[0].Text)
		return nil, nil
	}
	s.later(func() {
		if err := s.cache.Put(kindFacts, key, facts); err != nil {
			s.logf("cache: %v", err)
		}
	})
	return facts, nil
}

func factsKey(tool string, fact []*analysis.Analyzer, source hash, below [][]byte) hash {
	h := sha256.New()
	fmt.Fprintf(h, "facts 1\n%s\n", tool)
	for _, a := range fact {
		fmt.Fprintln(h, a.Name)
	}
	h.Write(source[:])
	for _, facts := range below {
		sum := sha256.Sum256(facts)
		h.Write(sum[:])
	}
	return hash(h.Sum(nil))
}

// factsFor makes the fact set in which a package's analysis starts.
func (s *Session) factsFor(r *resolver, c *checked, below [][]byte) (*factSet, error) {
	packages := make(map[string]*types.Package)
	if len(below) > 0 {
		seen := make(map[*typed]bool)
		for _, dep := range c.node.deps {
			if f := r.get(dep); f != nil && f.typed != nil && !seen[f.typed] {
				seen[f.typed] = true
				packages[f.typed.pkg.Path()] = f.typed.pkg
				f.typed.collect(packages, seen)
			}
		}
	}
	return newFactSet(c.pkg, packages, below)
}

// keep holds on to the reports of functions that do not type-check at the
// moment: while somebody types, a squiggle further up must not flicker. A kept
// report moves with the text; one in the text that changed goes.
func keep(fresh []Report, aside []set, texts map[string][]byte, last *outcome) []Report {
	if last == nil || len(aside) == 0 {
		return fresh
	}
	for _, old := range last.reports {
		moved, ok := move(old, last.texts, texts)
		if ok && slices.ContainsFunc(aside, func(f set) bool {
			return f.file == moved.File && f.start <= moved.Start.Offset && moved.Start.Offset <= f.end
		}) {
			fresh = append(fresh, moved)
		}
	}
	return order(fresh)
}

// move returns a report as it is in a text that has changed, unless what changed
// is where it stands. Files that have no text after the change are taken not to
// have changed.
func move(r Report, before, after map[string][]byte) (Report, bool) {
	shifted := func(place Span) (Span, bool) {
		text, ok := after[place.File]
		if !ok {
			return place, true
		}
		head, tail := commonEnds(before[place.File], text)
		return shift(place, before[place.File], text, head, tail)
	}
	at, ok := shifted(r.Span)
	if !ok {
		return Report{}, false
	}
	related := r.Related
	r.Span, r.Related = at, nil
	for _, place := range related {
		if span, ok := shifted(place.Span); ok {
			r.Related = append(r.Related, Related{Span: span, Message: place.Message})
		}
	}
	r.Fixes = nil // they were made for another text
	return r, true
}

// commonEnds returns the lengths of the longest common prefix and of the
// longest common suffix behind it.
func commonEnds(a, b []byte) (head, tail int) {
	limit := min(len(a), len(b))
	for head < limit && a[head] == b[head] {
		head++
	}
	for tail < limit-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return head, tail
}

func shift(s Span, before, after []byte, head, tail int) (Span, bool) {
	delta := len(after) - len(before)
	switch {
	case s.End.Offset <= head:
		return s, true
	case s.Start.Offset >= len(before)-tail:
		s.Start = locate(after, s.Start.Offset+delta)
		s.End = locate(after, s.End.Offset+delta)
		return s, true
	}
	return Span{}, false
}

// locate returns the position of a byte offset.
func locate(text []byte, offset int) Position {
	offset = max(0, min(offset, len(text)))
	before := string(text[:offset])
	return Position{
		Offset: offset,
		Line:   strings.Count(before, "\n") + 1,
		Column: offset - strings.LastIndexByte(before, '\n'),
	}
}

// FolderOf returns the folder that a document's package stands in, or "" when
// the document is a package of its own.
func FolderOf(key string) string {
	if !IsFile(key) {
		return ""
	}
	dir := filepath.Dir(key)
	if !HasModule(dir) {
		return ""
	}
	return dir
}
