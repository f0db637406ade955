package e2e

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// npmProgram is how npm is called on this system.
func npmProgram() string {
	if runtime.GOOS == "windows" {
		return "npm.cmd"
	}
	return "npm"
}

// startScript runs the README's first command with a PATH of these folders.
func startScript(t *testing.T, path []string, args ...string) (string, error) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the programs that stand in here are shell scripts")
	}
	node := needNode(t)
	cmd := command(inTime(t), node, append([]string{"scripts/start.mjs"}, args...)...)
	cmd.Env = append(os.Environ(), "PATH="+strings.Join(path, string(os.PathListSeparator)), "npm_execpath=")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// program writes a shell script that stands in for a program.
func program(t *testing.T, name, script string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestStartSaysWhereGoCanBeHad(t *testing.T) {
	out, err := startScript(t, []string{t.TempDir()}, "--dry-run")
	if err == nil || !strings.Contains(out, "there is no go on PATH: install Go 1.26 or newer") {
		t.Errorf("without go: %v\n%s", err, out)
	}
}

func TestStartRefusesAnOldGo(t *testing.T) {
	out, err := startScript(t, []string{program(t, "go", "echo go1.24.2")}, "--dry-run")
	if err == nil || !strings.Contains(out, "Go 1.26 or newer is needed, and this is go1.24.2") {
		t.Errorf("with go1.24.2: %v\n%s", err, out)
	}
}

func TestStartFindsVSCodeOnPath(t *testing.T) {
	code := program(t, "code", "exit 0")
	out, err := startScript(t, []string{program(t, "go", "echo go1.27.0"), code}, "--dry-run", "my course")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{"editor: " + filepath.Join(code, "code"), "my course"} {
		if !strings.Contains(out, want) {
			t.Errorf("the output lacks %q:\n%s", want, out)
		}
	}
}

func TestStartOpensTheCourseInAProfileOfItsOwn(t *testing.T) {
	calls := filepath.Join(t.TempDir(), "calls")
	code := program(t, "code", `for a; do printf '%s|' "$a"; done >> `+calls+`; echo >> `+calls)
	course := filepath.Join(t.TempDir(), "course")
	path := append([]string{code}, filepath.SplitList(os.Getenv("PATH"))...)
	out, err := startScript(t, path, course)
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if _, err := os.Stat(filepath.Join(course, "interleave.toml")); err != nil {
		t.Errorf("no course was made: %v", err)
	}
	data, err := os.ReadFile(calls)
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Split(strings.TrimSpace(string(data)), "\n")
	if len(said) != 2 || !strings.Contains(said[0], "--install-extension|") || !strings.HasSuffix(said[1], course+"|") {
		t.Fatalf("code was called with\n%s", data)
	}
	for _, call := range said {
		if !strings.Contains(call, "--user-data-dir|") || !strings.Contains(call, "--extensions-dir|") {
			t.Errorf("the user's own profile would be changed by: code %s", call)
		}
	}
}
