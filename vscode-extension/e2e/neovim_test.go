package e2e

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// goplsVersion is the gopls that we run beside.
const goplsVersion = "v0.23.0"

// visits has one line that both servers have something to say about: a data
// race, and a verb that does not fit.
const visits = `package main

import (
	"fmt"
	"sync"
)

type visits struct {
	mu    sync.Mutex // guards total
	total int
}

func (v *visits) add() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.total++
}

func (v *visits) show() {
	fmt.Printf("%s visits\n", v.total)
}

func main() {
	var v visits
	var wg sync.WaitGroup
	wg.Go(v.add)
	wg.Go(v.show)
	wg.Wait()
}
`

// said is one line of what test/neovim/both.lua prints.
type said struct {
	Server, Kind, Text, Source, Code, Href string
	Line, Related                          int
}

func TestNeovimShowsInterleaveAndGoplsOnOneBuffer(t *testing.T) {
	nvim := need(t, "install Neovim 0.7 or newer (Debian: apt-get install neovim)", "nvim")
	gopls := needGopls(t)
	server := buildServer(t)
	dir := t.TempDir()
	for name, text := range map[string]string{"main.go": visits, "go.mod": "module example.com/visits\n\ngo 1.26\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := command(inTime(t), nvim, "--headless", "--clean", "-u", filepath.Join(extension, "test", "neovim", "both.lua"), "main.go")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "INTERLEAVE="+server, "GOPLS="+gopls, "ROOT="+dir)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s%s", err, stdout.String(), stderr.String())
	}
	var all []said
	for lines := bufio.NewScanner(&stdout); lines.Scan(); {
		var line said
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatalf("%q: %v", lines.Text(), err)
		}
		all = append(all, line)
	}
	expect(t, all, "our report on the line, with the other place and the lesson", func(s said) bool {
		return s.Server == "interleave" && s.Kind == "diagnostic" && s.Line == 20 && s.Source == "interleave" &&
			s.Code == "unlocked-field" && s.Related > 0 && strings.HasPrefix(s.Href, "file://") && strings.HasSuffix(s.Href, "#unlocked-field")
	})
	expect(t, all, "gopls's report on the same line", func(s said) bool {
		return s.Server == "gopls" && s.Kind == "diagnostic" && s.Line == 20 && s.Source == "printf"
	})
	expect(t, all, "our hover with the interleaving as columns", func(s said) bool {
		return s.Server == "interleave" && s.Kind == "hover" && strings.Contains(s.Text, "goroutine 1: main")
	})
	expect(t, all, "gopls's hover", func(s said) bool {
		return s.Server == "gopls" && s.Kind == "hover" && strings.Contains(s.Text, "func fmt.Printf")
	})
	for _, command := range []string{"interleave.server.openLesson", "interleave.server.showInterleaving"} {
		expect(t, all, "the action "+command, func(s said) bool {
			return s.Server == "interleave" && s.Kind == "action" && s.Code == command
		})
	}
	expect(t, all, "an action of gopls", func(s said) bool { return s.Server == "gopls" && s.Kind == "action" })
}

func expect(t *testing.T, all []said, what string, is func(said) bool) {
	t.Helper()
	for _, s := range all {
		if is(s) {
			return
		}
	}
	t.Errorf("Neovim did not show %s; it showed\n%+v", what, all)
}

// needGopls installs gopls into the user's cache once.
func needGopls(t *testing.T) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		missing(t, "there is no cache folder for gopls", err.Error())
	}
	dir := filepath.Join(cache, "interleave", "gopls", goplsVersion)
	path := filepath.Join(dir, "gopls"+exe())
	if _, err := os.Stat(path); err == nil {
		return path
	}
	cmd := command(inTime(t), "go", "install", "golang.org/x/tools/gopls@"+goplsVersion)
	cmd.Dir = t.TempDir() // outside of any module
	cmd.Env = append(os.Environ(), "GOBIN="+dir, "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		missing(t, "gopls "+goplsVersion+" could not be installed", "see whether this machine reaches a Go module proxy: "+string(out))
	}
	return path
}

// buildServer builds the server that is tested.
func buildServer(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "interleave"+exe())
	if out, err := exec.CommandContext(inTime(t), "go", "build", "-o", path, "interleave/server/cmd/interleave").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return path
}

func exe() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}
