package gocmd

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// The test binary is its own child: roleEnv says what it has to do.
const roleEnv = "GOCMD_TEST_ROLE"

func TestMain(m *testing.M) {
	switch os.Getenv(roleEnv) {
	case "talk":
		w := bufio.NewWriter(os.Stdout)
		for {
			if _, err := w.WriteString("talk talk talk\n"); err != nil {
				os.Exit(0)
			}
		}
	case "wait":
		select {}
	case "family", "orphan": // a child that waits, and holds our output open
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), roleEnv+"=sleep")
		child.Stdout = os.Stdout
		if err := child.Start(); err != nil {
			os.Exit(1)
		}
		fmt.Println(child.Process.Pid)
		if os.Getenv(roleEnv) == "orphan" {
			os.Exit(0)
		}
		time.Sleep(time.Hour)
	case "sleep":
		time.Sleep(time.Hour)
	case "fail":
		fmt.Fprintln(os.Stderr, "no")
		os.Exit(7)
	}
	goleak.VerifyTestMain(m)
}

func role(t *testing.T, name string) Command {
	t.Helper()
	self, err := Self()
	if err != nil {
		t.Fatal(err)
	}
	return Command{Path: self, Env: append(os.Environ(), roleEnv+"="+name)}
}

func TestExitCodesAreResults(t *testing.T) {
	result, err := Run(context.Background(), role(t, "fail"))
	if err != nil || result.Code != 7 || strings.TrimSpace(string(result.Stderr)) != "no" {
		t.Errorf("got %+v, %v", result, err)
	}
}

func TestAProgramThatIsNotThereIsAnError(t *testing.T) {
	if _, err := Run(context.Background(), Command{Path: "interleave-no-such-program"}); err == nil {
		t.Error("no error")
	}
}

func TestTheDeadlineEndsTheWholeFamily(t *testing.T) {
	c := role(t, "family")
	c.Timeout = 2 * time.Second
	result, err := Run(context.Background(), c)
	if !errors.Is(err, ErrTimeout) {
		t.Fatalf("error %v, want ErrTimeout", err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(result.Stdout)))
	if err != nil {
		t.Fatalf("no grandchild: %q", result.Stdout)
	}
	// Whoever adopts the grandchild also has to bury it, in its own time.
	deadline := time.Now().Add(30 * time.Second)
	for Alive(pid) && !zombie(pid) {
		if time.Now().After(deadline) {
			t.Fatalf("the grandchild %d lives on", pid)
		}
	}
}

func TestOutputThatAChildHoldsOpenIsCut(t *testing.T) {
	result, err := Run(context.Background(), role(t, "orphan"))
	if err != nil || result.Code != 0 || !result.Cut {
		t.Errorf("got %+v, %v", result, err)
	}
	if _, err := strconv.Atoi(strings.TrimSpace(string(result.Stdout))); err != nil {
		t.Errorf("what was written before is lost: %q", result.Stdout)
	}
	if result, err := Run(context.Background(), role(t, "fail")); err != nil || result.Cut {
		t.Errorf("a process that ends with its output: %+v, %v", result, err)
	}
}

// zombie reports whether a process is dead and waits to be buried.
func zombie(pid int) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return false
	}
	_, rest, _ := strings.Cut(string(stat), ") ")
	return strings.HasPrefix(rest, "Z")
}

func TestCancellingEndsTheProcess(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	command := role(t, "wait")
	done := make(chan error)
	go func() {
		_, err := Run(ctx, command)
		done <- err
	}()
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestOutputIsBounded(t *testing.T) {
	c := role(t, "talk")
	c.Limit, c.Timeout = 1000, time.Second
	result, err := Run(context.Background(), c)
	if !errors.Is(err, ErrTimeout) || len(result.Stdout) != 1000 || !result.Truncated {
		t.Errorf("kept %d bytes, truncated %v, error %v", len(result.Stdout), result.Truncated, err)
	}
}

func TestTheEnvironmentSaysNoToEverything(t *testing.T) {
	for _, name := range []string{"GOFLAGS", "GOPROXY", "GOTOOLCHAIN", "GOPACKAGESDRIVER", "GOVCS", "GOENV", "CGO_CFLAGS", "GOSUMDB", "GODEBUG", "GOAUTH"} {
		t.Setenv(name, "hostile")
	}
	t.Setenv("GOWORK", "")
	module := t.TempDir()
	write(t, filepath.Join(module, "go.mod"), "module m\n")
	vendored := t.TempDir()
	write(t, filepath.Join(vendored, "go.mod"), "module m\n")
	write(t, filepath.Join(vendored, "vendor", "modules.txt"), "")
	tools := &Toolchain{Path: "/gopath", ModCache: "/modcache", Cache: "/cache"}
	always := map[string]string{
		"GOTOOLCHAIN": "local", "GOENV": "off", "GOPROXY": "off", "GOSUMDB": "off", "GOVCS": "*:off",
		"GOPACKAGESDRIVER": "off", "GO111MODULE": "on", "CGO_ENABLED": "0",
		"GOPATH": "/gopath", "GOMODCACHE": "/modcache", "GOCACHE": "/cache",
	}
	for _, test := range []struct {
		policy Policy
		want   map[string]string
	}{
		{Policy{Dir: module}, map[string]string{"GOFLAGS": "-mod=readonly", "GOWORK": ""}},
		{Policy{Dir: module, NoWork: true}, map[string]string{"GOFLAGS": "-mod=readonly", "GOWORK": "off"}},
		{Policy{Dir: filepath.Join(vendored, "below")}, map[string]string{"GOFLAGS": "-mod=vendor"}},
		{Policy{Dir: module, Cgo: true}, map[string]string{"CGO_ENABLED": "1"}},
	} {
		env := make(map[string]string)
		for _, entry := range tools.Env(test.policy) {
			name, value, _ := strings.Cut(entry, "=")
			env[name] = value // the last one counts
		}
		for name, want := range always {
			if _, ok := test.want[name]; !ok && env[name] != want {
				t.Errorf("%+v: %s=%s, want %s", test.policy, name, env[name], want)
			}
		}
		for name, want := range test.want {
			if env[name] != want {
				t.Errorf("%+v: %s=%s, want %s", test.policy, name, env[name], want)
			}
		}
		for name, value := range env {
			if value == "hostile" {
				t.Errorf("%+v: %s came through", test.policy, name)
			}
		}
	}
}

// The rows of the table "tried, seen, so": what a module asks of the go
// command is not done.
func TestAModuleCannotMakeTheGoCommandRunAnything(t *testing.T) {
	tools, err := Find(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	ran := filepath.Join(t.TempDir(), "ran")
	bin := t.TempDir()
	for _, name := range []string{"gopackagesdriver", "go1.99.0", "pkg-config", "git", "hostile"} {
		write(t, filepath.Join(bin, name), "#!/bin/sh\necho $0 >> "+ran+"\n")
		if err := os.Chmod(filepath.Join(bin, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	write(t, filepath.Join(dir, ".git", "config"), "[core]\n\trepositoryformatversion = 0\n\tfsmonitor = hostile\n")
	write(t, filepath.Join(dir, ".git", "HEAD"), "ref: refs/heads/main\n")
	write(t, filepath.Join(dir, "go.mod"), "module m\n\ngo 1.21\n\ntoolchain go1.99.0\n\nrequire example.com/x v1.0.0\n")
	write(t, filepath.Join(dir, "main.go"), "package main\n\n// #cgo pkg-config: hostile\nimport \"C\"\n\nimport _ \"example.com/x\"\n\nfunc main() {}\n")
	_, err = tools.Command(context.Background(), Policy{Dir: dir}, 30*time.Second, "list", "-buildvcs=false", "-e", "-deps", "-json=ImportPath,Error", "./...")
	if err != nil {
		t.Fatal(err)
	}
	if what, err := os.ReadFile(ran); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it ran %s (%v)", what, err)
	}
}

// In a home that no go command has seen, each one would start a process that
// sums up telemetry, and says so by a token that it leaves first.
func TestTheGoCommandLeavesNoSidecar(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("where Go's telemetry lies is known to this test for Linux only")
	}
	config := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", config)
	tools, err := Find(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tools.Command(context.Background(), Policy{Dir: t.TempDir()}, 30*time.Second, "version"); err != nil {
		t.Fatal(err)
	}
	token := filepath.Join(config, "go", "telemetry", "local", "upload.token")
	if _, err := os.Stat(token); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%s: %v", token, err)
	}
}

func TestNewerGoIsNamedInOneLine(t *testing.T) {
	for _, test := range []struct {
		theirs, ours string
		tooNew       bool
	}{
		{"go1.26.8", "go1.26.0", false},
		{"go1.26.8", "go1.26.8", false},
		{"go1.25.1", "go1.26.8", false},
		{"go1.27.0", "go1.26.8", true},
		{"go1.27rc1", "go1.26.8", true},
		{"go1.27.3 X:nodwarf5", "go1.26.8", true},
		{"devel go1.28-abcdef Tue", "go1.26.8", true},
		{"1.27", "go1.26.8", true}, // a go line
		{"go1.26", "devel go1.27-abcdef", false},
		{"", "go1.26.8", false},
		{"nonsense", "go1.26.8", false},
	} {
		line := tooNew(test.theirs, test.ours)
		if (line != "") != test.tooNew || strings.Contains(line, "\n") {
			t.Errorf("%q against %q: %q", test.theirs, test.ours, line)
		}
	}
}

// Architecture invariant: only this package runs processes.
func TestOnlyThisPackageImportsOsExec(t *testing.T) {
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		imports := make([]string, len(file.Imports))
		for i, spec := range file.Imports {
			imports[i] = spec.Path.Value
		}
		if slices.Contains(imports, `"os/exec"`) && filepath.Base(filepath.Dir(path)) != "gocmd" {
			t.Errorf("%s imports os/exec", path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
