package session

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"go/version"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"interleave/server/internal/gocmd"
)

// A node is one package as the go command sees it, dependencies linked. It is
// immutable once its graph is built.
type node struct {
	id       string // "p", "p [p.test]", "p_test [p.test]"
	path     string // the types.Package's path: the id without its variant
	dir      string
	files    []string // absolute paths (or the key of a buffer) in the go command's order
	other    []string
	ignored  []string
	std      bool // stands in GOROOT
	frozen   bool // in the module cache: content never changes
	version  string
	goLine   string // "go1.26"
	module   *analysis.Module
	imports  map[string]*node // by the path that stands in the import declaration
	deps     []*node          // the same, each once, sorted by id
	problems []string
}

// importOf returns the package, among those that this one imports at first or
// second hand, that a file belongs to; nil if it is none of them.
func (n *node) importOf(file string) *node {
	seen := make(map[*node]bool)
	for queue := slices.Clone(n.deps); len(queue) > 0; queue = queue[1:] {
		dep := queue[0]
		if dep.std || seen[dep] {
			continue
		}
		seen[dep] = true
		if slices.Contains(dep.files, file) {
			return dep
		}
		queue = append(queue, dep.deps...)
	}
	return nil
}

// A graph is the answer of one `go list`: the packages that were asked for,
// which of their variants are analysed, and everything below them.
type graph struct {
	nodes   map[string]*node
	targets []*node
	notes   []string // what the go command could not do
	stamp   hash     // what the answer was computed from
	deep    hash     // the same for the folders of the packages below
	epoch   int
}

// listFields are the only fields that the go command has to fill in.
const listFields = "-json=ImportPath,Name,Dir,GoFiles,CgoFiles,OtherFiles,SFiles,IgnoredGoFiles,Imports,ImportMap,Standard,DepOnly,ForTest,Module,Error,DepsErrors"

// listed is one package in the go command's output.
type listed struct {
	ImportPath, Name, Dir, ForTest string
	GoFiles, CgoFiles, SFiles      []string
	OtherFiles, IgnoredGoFiles     []string
	Imports                        []string
	ImportMap                      map[string]string
	Standard, DepOnly              bool
	Module                         *struct {
		Path, Version, Dir, GoVersion string
		Main                          bool
		Replace                       *struct{ Path, Version, Dir string }
	}
	Error *struct {
		Pos, Err string
	}
}

const listTimeout = 30 * time.Second

// list asks the go command for the packages that match the patterns, seen from
// dir. What one package lacks is a problem of that package; an error means
// that there is no answer at all.
func (s *Session) list(ctx context.Context, v view, dir string, patterns []string) (*graph, error) {
	args := []string{"list", "-buildvcs=false", "-e", "-test", "-deps", listFields}
	overlay, cleanup, err := writeOverlay(v)
	if err != nil {
		return nil, err
	}
	defer cleanup()
	if overlay != "" {
		args = append(args, "-overlay="+overlay)
	}
	args = append(append(args, "--"), patterns...)
	policy := gocmd.Policy{Dir: dir, NoWork: s.noWork(dir)}
	return s.ask(ctx, policy, args)
}

// firstLine is the gist of what a command complained about.
func firstLine(text []byte, otherwise string) string {
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			return strings.TrimPrefix(line, "go: ")
		}
	}
	return otherwise
}

// writeOverlay hands the unsaved buffers to the go command.
func writeOverlay(v view) (path string, cleanup func(), err error) {
	replace := make(map[string]string)
	for key, buffer := range v.buffers.byKey {
		if !IsFile(key) {
			continue
		}
		if onDisk, err := readRegular(key); err == nil && bytes.Equal(onDisk, buffer.Content) {
			continue
		}
		replace[key] = ""
	}
	if len(replace) == 0 {
		return "", func() {}, nil
	}
	dir, err := os.MkdirTemp("", "interleave-overlay-")
	if err != nil {
		return "", nil, err
	}
	cleanup = func() { _ = os.RemoveAll(dir) }
	for i, key := range sortedKeys(replace) {
		file := filepath.Join(dir, strconv.Itoa(i)+filepath.Ext(key))
		if err := os.WriteFile(file, v.buffers.byKey[key].Content, 0o600); err != nil {
			cleanup()
			return "", nil, err
		}
		replace[key] = file
	}
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err == nil {
		path = filepath.Join(dir, "overlay.json")
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		cleanup()
		return "", nil, err
	}
	return path, cleanup, nil
}

// ask runs go list and reads its answer. An answer that was cut off, as when the machine
// slept meanwhile, is asked for once more.
func (s *Session) ask(ctx context.Context, policy gocmd.Policy, args []string) (*graph, error) {
	result, err := s.tools.Command(ctx, policy, listTimeout, args...)
	if err == nil && result.Cut {
		result, err = s.tools.Command(ctx, policy, listTimeout, args...)
	}
	switch {
	case err != nil:
		return nil, err
	case result.Cut:
		return nil, errors.New("the go command's answer did not come to its end: try again")
	case result.Truncated:
		return nil, errors.New("the go command's answer is too long: name fewer packages")
	case result.Code != 0:
		return nil, errors.New(firstLine(result.Stderr, "go list failed"))
	}
	return s.link(result.Stdout)
}

// link builds the graph out of the go command's output.
func (s *Session) link(output []byte) (*graph, error) {
	g := &graph{nodes: make(map[string]*node)}
	raw := make(map[string]*listed)
	decoder := json.NewDecoder(bytes.NewReader(output))
	var ids []string
	for {
		p := new(listed)
		if err := decoder.Decode(p); err != nil {
			if errors.Is(err, io.EOF) {
				break
			}
			return nil, fmt.Errorf("reading the go command's answer: %w", err)
		}
		// The generated main package of a test holds nothing of anybody's.
		if p.Name == "main" && strings.HasSuffix(p.ImportPath, ".test") && len(p.GoFiles) == 1 && filepath.IsAbs(p.GoFiles[0]) {
			continue
		}
		raw[p.ImportPath] = p
		ids = append(ids, p.ImportPath)
		g.nodes[p.ImportPath] = s.node(p)
	}
	augmented := make(map[string]bool)
	roots := make(map[string]bool)
	for _, id := range ids {
		p, n := raw[id], g.nodes[id]
		n.imports = make(map[string]*node)
		for _, path := range p.Imports {
			// With -test the go command writes the resolved id into Imports,
			// so the path in the source is the other end of ImportMap.
			source, _, _ := strings.Cut(path, " [")
			for from, to := range p.ImportMap {
				if to == path {
					source = from
				}
			}
			if dep, ok := g.nodes[path]; ok && dep != n {
				n.imports[source] = dep
			}
		}
		for from, to := range p.ImportMap {
			if dep, ok := g.nodes[to]; ok && dep != n {
				n.imports[from] = dep
			}
		}
		seen := make(map[*node]bool)
		for _, dep := range n.imports {
			if !seen[dep] {
				seen[dep] = true
				n.deps = append(n.deps, dep)
			}
		}
		slices.SortFunc(n.deps, func(a, b *node) int { return strings.Compare(a.id, b.id) })
		if p.ForTest != "" && p.ForTest == n.path {
			augmented[p.ForTest] = true
		}
		if p.ForTest == "" && !p.DepOnly {
			roots[n.path] = true
		}
	}
	cutCycles(g.nodes)
	// As under go vet: a package is analysed once, together with its tests
	// when it has any, and so is the external test package beside it.
	for _, id := range ids {
		p, n := raw[id], g.nodes[id]
		if len(p.CgoFiles) > 0 && roots[n.path] {
			n.problems = append(n.problems, "files that import \"C\" are not analysed")
		}
		switch {
		case p.ForTest == "" && roots[n.path] && !augmented[n.path]:
		case p.ForTest != "" && roots[p.ForTest] && (n.path == p.ForTest || n.path == p.ForTest+"_test"):
		default:
			continue
		}
		if p.Error != nil {
			n.problems = append(n.problems, p.Error.Err)
		}
		if len(n.files) == 0 {
			g.notes = append(g.notes, n.problems...)
			continue
		}
		g.targets = append(g.targets, n)
	}
	return g, nil
}

// cutCycles takes out the imports that close a circle. Such code does not
// compile; here the last import of the circle is missing.
func cutCycles(nodes map[string]*node) {
	const onStack, finished = 1, 2
	state := make(map[*node]int)
	var visit func(n *node)
	visit = func(n *node) {
		state[n] = onStack
		n.deps = slices.DeleteFunc(n.deps, func(dep *node) bool {
			if state[dep] == onStack {
				maps.DeleteFunc(n.imports, func(_ string, to *node) bool { return to == dep })
				return true
			}
			if state[dep] == 0 {
				visit(dep)
			}
			return false
		})
		state[n] = finished
	}
	for _, id := range sortedKeys(nodes) {
		if state[nodes[id]] == 0 {
			visit(nodes[id])
		}
	}
}

func (s *Session) node(p *listed) *node {
	path, _, _ := strings.Cut(p.ImportPath, " [")
	n := &node{
		id:   p.ImportPath,
		path: path,
		dir:  p.Dir,
		// "Standard" is the go command's word for: stands in GOROOT. No guess
		// from the path: learners write `module bank`.
		std: p.Standard,
	}
	abs := func(names []string) []string {
		var paths []string
		for _, name := range names {
			if !filepath.IsAbs(name) {
				name = filepath.Join(p.Dir, name)
			}
			paths = append(paths, name)
		}
		return paths
	}
	n.files = abs(p.GoFiles)
	n.other = abs(append(slices.Clone(p.OtherFiles), p.SFiles...))
	n.ignored = abs(p.IgnoredGoFiles)
	if n.std {
		n.goLine = version.Lang(s.tools.Version)
	}
	if m := p.Module; m != nil {
		n.module = &analysis.Module{Path: m.Path, Version: m.Version, GoVersion: m.GoVersion}
		n.version = m.Version
		if m.GoVersion != "" {
			n.goLine = "go" + m.GoVersion
		}
		inCache := s.tools.ModCache != "" && strings.HasPrefix(p.Dir, s.tools.ModCache+string(filepath.Separator))
		n.frozen = inCache && !m.Main
	}
	return n
}

// stampOf hashes what decides the go command's answer for a folder: go.mod and
// go.work around it, the set of its Go files and their headers.
func (s *Session) stampOf(v view, dir string) (hash, error) {
	h := sha256.New()
	for _, name := range []string{"go.mod", "go.work"} {
		root := gocmd.FindUp(dir, name)
		fmt.Fprintf(h, "%s %s\n", name, root)
		if root == "" {
			continue
		}
		sum, err := v.sum(filepath.Join(root, name))
		if err != nil {
			return hash{}, err
		}
		h.Write(sum[:])
		if info, err := os.Stat(filepath.Join(root, "vendor", "modules.txt")); err == nil {
			fmt.Fprintf(h, "vendor %v %d\n", info.ModTime(), info.Size())
		}
	}
	if err := s.stampFiles(h, v, dir); err != nil {
		return hash{}, err
	}
	return hash(h.Sum(nil)), nil
}

func (s *Session) stampFiles(h io.Writer, v view, dir string) error {
	names, err := v.goFiles(dir)
	if err != nil {
		return err
	}
	for _, name := range names {
		path := filepath.Join(dir, name)
		sum, err := v.sum(path)
		if err != nil {
			fmt.Fprintf(h, "%s unreadable\n", name)
			continue
		}
		fmt.Fprintf(h, "%s %s\n", name, s.header(v, path, sum))
	}
	return nil
}

// header renders what the go command reads of a file: constraints, package
// clause and imports. While the header does not parse, the last one that did
// stands for it: a half-typed import is no reason to start a process.
func (s *Session) header(v view, path string, sum hash) string {
	s.mu.Lock()
	known, ok := s.headers[path]
	s.mu.Unlock()
	if ok && known.sum == sum {
		return known.text
	}
	content, _, err := v.read(path)
	if err != nil {
		return ""
	}
	file, err := parser.ParseFile(token.NewFileSet(), path, content, parser.ImportsOnly|parser.ParseComments|parser.SkipObjectResolution)
	text := known.text
	if err == nil || !ok {
		text = renderHeader(file)
	}
	s.mu.Lock()
	s.headers[path] = fileHeader{sum: sum, text: text}
	s.mu.Unlock()
	return text
}

type fileHeader struct {
	sum  hash
	text string
}

func renderHeader(file *ast.File) string {
	if file == nil || file.Name == nil {
		return ""
	}
	var b strings.Builder
	for _, group := range file.Comments {
		for _, comment := range group.List {
			if comment.Pos() < file.Package && (constraint.IsGoBuild(comment.Text) || constraint.IsPlusBuild(comment.Text)) || strings.HasPrefix(comment.Text, "//go:embed") {
				b.WriteString(comment.Text + "\n")
			}
		}
	}
	b.WriteString(file.Name.Name)
	for _, spec := range file.Imports {
		b.WriteString(" " + spec.Path.Value)
	}
	return b.String()
}

// graphOf returns the graph of the packages that match the patterns as seen
// from dir, asking the go command only when its answer may have changed.
// Callers with the same arguments are expected one after the other.
func (s *Session) graphOf(ctx context.Context, v view, dir string, patterns []string) (*graph, error) {
	key := dir + "\x00" + strings.Join(patterns, "\x00")
	stamp, err := s.stampOf(v, dir)
	if err != nil {
		return nil, err
	}
	epoch := v.disk.currentEpoch()
	s.mu.Lock()
	g := s.graphs[key]
	s.mu.Unlock()
	if g != nil && g.stamp == stamp {
		if g.epoch == epoch {
			return g, nil
		}
		if deep, err := s.deepStamp(v, g); err == nil && deep == g.deep {
			same := *g
			same.epoch = epoch
			s.mu.Lock()
			s.graphs[key] = &same
			s.mu.Unlock()
			return &same, nil
		}
	}
	g, err = s.list(ctx, v, dir, patterns)
	if err != nil {
		return nil, err
	}
	g.stamp, g.epoch = stamp, epoch
	if g.deep, err = s.deepStamp(v, g); err != nil {
		return nil, err
	}
	s.mu.Lock()
	s.graphs[key] = g
	s.mu.Unlock()
	return g, nil
}

// deepStamp hashes the headers of all packages of a graph that may change.
func (s *Session) deepStamp(v view, g *graph) (hash, error) {
	dirs := make(map[string]bool)
	for _, n := range g.nodes {
		if !n.std && !n.frozen && n.dir != "" {
			dirs[n.dir] = true
		}
	}
	h := sha256.New()
	for _, dir := range sortedKeys(dirs) {
		fmt.Fprintln(h, dir)
		if err := s.stampFiles(h, v, dir); err != nil {
			return hash{}, err
		}
	}
	return hash(h.Sum(nil)), nil
}

// single returns a graph of one target that consists of the given files, for
// what the go command has no package: a buffer that is no file, a file outside
// any module, a folder whose go.mod cannot be read. Imports of the standard
// library resolve; others stay unknown.
func (s *Session) single(ctx context.Context, v view, keys []string) (*graph, error) {
	imports := make(map[string]bool)
	name := ""
	for _, key := range keys {
		content, _, err := v.read(key)
		if err != nil {
			return nil, err
		}
		file, _ := parser.ParseFile(token.NewFileSet(), key, content, parser.ImportsOnly|parser.SkipObjectResolution)
		if file == nil || file.Name == nil {
			continue
		}
		name = file.Name.Name
		for _, spec := range file.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil && plausible(path) {
				imports[path] = true
			}
		}
	}
	paths := sortedKeys(imports)
	key := "single\x00" + strings.Join(keys, "\x00") + "\x00" + name + "\x00" + strings.Join(paths, "\x00")
	s.mu.Lock()
	g := s.graphs[key]
	s.mu.Unlock()
	if g != nil {
		return g, nil
	}
	base, err := s.stdGraph(ctx, paths)
	if err != nil {
		return nil, err
	}
	n := &node{
		id:      "command-line-arguments",
		path:    "command-line-arguments",
		files:   keys,
		goLine:  version.Lang(s.tools.Version),
		imports: make(map[string]*node),
	}
	if IsFile(keys[0]) {
		n.dir = filepath.Dir(keys[0])
	}
	for _, path := range paths {
		if dep := base.nodes[path]; dep != nil && dep.std {
			n.imports[path] = dep
			n.deps = append(n.deps, dep)
		}
	}
	nodes := maps.Clone(base.nodes)
	nodes[n.id] = n
	g = &graph{nodes: nodes, targets: []*node{n}}
	s.mu.Lock()
	s.graphs[key] = g
	s.mu.Unlock()
	return g, nil
}

// plausible reports whether the import path may be handed to the go command:
// no flag, no path on disk, no pattern.
func plausible(path string) bool {
	return path != "" && path != "C" && path != "unsafe" && !strings.ContainsAny(path, " \t\n@\\*") &&
		!strings.Contains(path, "...") && path[0] != '-' && path[0] != '.' && path[0] != '/'
}

// stdGraph lists packages of the standard library and what they need.
func (s *Session) stdGraph(ctx context.Context, paths []string) (*graph, error) {
	if len(paths) == 0 {
		return &graph{nodes: make(map[string]*node)}, nil
	}
	args := append([]string{"list", "-buildvcs=false", "-e", "-deps", listFields, "--"}, paths...)
	return s.ask(ctx, gocmd.Policy{Dir: s.tools.Root, NoWork: true}, args)
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// Dependents returns the folders, among those that were checked, in which a
// package depends on the package in dir.
func (s *Session) Dependents(dir string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	found := make(map[string]bool)
	for key, g := range s.graphs {
		folder, _, _ := strings.Cut(key, "\x00")
		if folder == dir || !filepath.IsAbs(folder) {
			continue
		}
		for _, n := range g.nodes {
			if n.dir == dir {
				found[folder] = true
				break
			}
		}
	}
	return sortedKeys(found)
}
