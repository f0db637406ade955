package golangci_test

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"

	"interleave/analyzers"
	"interleave/analyzers/finding"
	"interleave/analyzers/golangci"
)

func TestThePluginIsRegisteredAndFollowsItsSettings(t *testing.T) {
	newPlugin, err := register.GetPlugin(golangci.Name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { // the analyzers' flags belong to the process
		for _, a := range analyzers.All() {
			_ = errors.Join(a.Flags.Set(finding.RulesFlag, ""), a.Flags.Set(finding.HintsFlag, "false"))
		}
	})
	for _, c := range []struct {
		settings     any
		rules, hints string
	}{
		{map[string]any{"rules": "-abandoned-send", "hints": true}, "-abandoned-send", "true"},
		{map[string]any{}, "", "false"},
		{nil, "", "false"},
	} {
		p, err := newPlugin(c.settings)
		if err != nil {
			t.Fatal(err)
		}
		suite, err := p.BuildAnalyzers()
		if err != nil || len(suite) != len(analyzers.All()) || p.GetLoadMode() != register.LoadModeTypesInfo {
			t.Fatalf("%d analyzers, %v", len(suite), err)
		}
		for _, a := range suite {
			if rules, hints := a.Flags.Lookup(finding.RulesFlag).Value.String(), a.Flags.Lookup(finding.HintsFlag).Value.String(); rules != c.rules || hints != c.hints {
				t.Errorf("with %v, %s has the rules %q and hints %s", c.settings, a.Name, rules, hints)
			}
		}
	}
	for _, bad := range []any{map[string]any{"rules": "nosuch"}, map[string]any{"rule": "relock"}, map[string]any{"hints": "yes"}} {
		if _, err := newPlugin(bad); err == nil || !strings.Contains(err.Error(), "the settings of interleave") {
			t.Errorf("settings %v: %v", bad, err)
		}
	}
}

// version is the golangci-lint that the test builds.
const version = "v2.15.0"

// configuration is that of the page.
const configuration = `version: "2"
linters:
  default: none
  enable:
    - interleave
  settings:
    custom:
      interleave:
        type: module
        description: concurrency bugs, with the interleaving that breaks the code
        settings:
          rules: "-abandoned-send"
          hints: true
`

// TestInGolangciLint builds a golangci-lint with the plugin in a module of its own
// and runs it over a program with three bugs, of which one is switched off.
func TestInGolangciLint(t *testing.T) {
	required := os.Getenv("INTERLEAVE_E2E") == "required"
	if !required && os.Getenv("INTERLEAVE_GOLANGCI") == "" {
		t.Skip("INTERLEAVE_GOLANGCI=1 downloads and builds golangci-lint (about 200 modules, one to three minutes the first time)")
	}
	repository, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	ours, err := os.ReadFile(filepath.Join(repository, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	build := folder(t, map[string]string{
		"go.mod": "module lint\n\ngo 1.26.0\n\nrequire (\n\tgithub.com/golangci/golangci-lint/v2 " + version + "\n\tinterleave v0.0.0\n)\n\nreplace interleave => " + repository + "\n",
		"go.sum": string(ours),
		"main.go": `package main

import (
	"os"

	"github.com/golangci/golangci-lint/v2/pkg/commands"

	_ "interleave/analyzers/golangci"
)

func main() {
	if err := commands.Execute(commands.BuildInfo{Version: "` + version + `"}); err != nil {
		os.Exit(3)
	}
}
`,
	})
	if output, err := run(build, "go", "mod", "download", "github.com/golangci/golangci-lint/v2"); err != nil && required {
		t.Fatalf("golangci-lint cannot be downloaded: %v\n%s", err, output)
	} else if err != nil {
		t.Skipf("golangci-lint cannot be downloaded: %v\n%s", err, output)
	}
	lint := filepath.Join(build, "lint")
	if output, err := run(build, "go", "build", "-mod=mod", "-o", lint, "."); err != nil {
		t.Fatalf("building: %v\n%s", err, output)
	}
	program := folder(t, map[string]string{
		"go.mod":        "module m\n\ngo 1.26\n",
		".golangci.yml": configuration,
		"main.go": `package main

import "sync"

type table struct {
	mu   sync.Mutex
	rows int
}

func (t *table) add(n int) {
	t.mu.Lock()
	defer t.mu.Lock()
	t.rows += n
}

func main() {
	new(table).add(1)
	first()
	var wg sync.WaitGroup
	for range make([]int, 1000) {
		wg.Add(1)
		go func() { wg.Done() }()
	}
	wg.Wait()
}

func first() int {
	answers := make(chan int)
	for i := range 2 {
		go func() { answers <- i }()
	}
	return <-answers
}

//interleave:ignore relock it was there once
func last() {}

var _ = last
`,
	})
	output, err := run(program, lint, "run", "--output.text.print-issued-lines=false", "./...")
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("it ends with %v", err)
	}
	for _, want := range []string{"main.go:12:2: ", "(defer-lock)", "(ignore-comment)"} {
		if !strings.Contains(output, want) {
			t.Errorf("no %q in\n%s", want, output)
		}
	}
	if strings.Contains(output, "(abandoned-send)") {
		t.Errorf("a rule that is switched off reports:\n%s", output)
	}
}

func run(dir, name string, args ...string) (output string, err error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestThePageShowsWhatIsTested holds the page about other drivers to the test's
// configuration and to the suite.
func TestThePageShowsWhatIsTested(t *testing.T) {
	page, err := fs.ReadFile(os.DirFS(".."), "README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), configuration) || !strings.Contains(string(page), version) {
		t.Error("analyzers/README.md does not show the configuration that TestInGolangciLint runs with, or another version")
	}
	for _, a := range analyzers.All() {
		_, err := os.Stat(filepath.Join("..", a.Name, a.Name+".go"))
		if err != nil {
			t.Errorf("analyzer %s is no package of its name: %v", a.Name, err)
		}
		if label := "/analyzers/" + a.Name + `"`; a.Name != "ignore" && !strings.Contains(string(page), label) {
			t.Errorf("analyzers/README.md: the nogo rule has no %s", label)
		}
	}
}
