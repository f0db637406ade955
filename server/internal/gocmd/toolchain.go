package gocmd

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/version"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// A Toolchain is the Go installation that is used for everything.
type Toolchain struct {
	Go       string `json:"-"` // the go command
	Version  string `json:"GOVERSION"`
	Root     string `json:"GOROOT"`
	Path     string `json:"GOPATH"`
	ModCache string `json:"GOMODCACHE"`
	Cache    string `json:"GOCACHE"`
	OS       string `json:"GOOS"`
	Arch     string `json:"GOARCH"`
}

// ErrNoGo is wrapped by the error of Find when there is no go command.
var ErrNoGo = errors.New("the go command was not found: install Go (1.26 or newer) and put its bin folder on PATH")

// Find looks for the go command, on PATH first and then in the places where
// Go's installers put it (an editor started from a desktop often has a short
// PATH), and asks it who it is.
func Find(ctx context.Context) (*Toolchain, error) {
	path, err := findGo()
	if err != nil {
		return nil, err
	}
	// In a folder of nobody's, so that no go.mod or go.work has a say. Of all
	// go commands, this one alone reads the user's own configuration file.
	result, err := Run(ctx, Command{
		Path: path,
		Args: []string{"env", "-json", "GOVERSION", "GOROOT", "GOPATH", "GOMODCACHE", "GOCACHE", "GOOS", "GOARCH"},
		Dir:  os.TempDir(),
		Env: append(os.Environ(), "GOTOOLCHAIN=local", "GOWORK=off", "GO111MODULE=off", "GOFLAGS=",
			"GOPROXY=off", noSidecar),
		Timeout: 20 * time.Second,
		Limit:   1 << 20,
	})
	if err != nil {
		return nil, err
	}
	if result.Code != 0 {
		return nil, fmt.Errorf("%s env failed: %s", path, strings.TrimSpace(string(result.Stderr)))
	}
	t := &Toolchain{Go: path}
	if err := json.Unmarshal(result.Stdout, t); err != nil {
		return nil, fmt.Errorf("%s env: %w", path, err)
	}
	return t, nil
}

func findGo() (string, error) {
	path, err := Look("go")
	if err == nil {
		return path, nil
	}
	name := "go"
	places := []string{"/usr/local/go/bin", "/usr/lib/go/bin", "/opt/homebrew/bin", "/opt/local/bin", "/snap/bin"}
	if home, err := os.UserHomeDir(); err == nil {
		places = append(places, filepath.Join(home, "go", "bin"), filepath.Join(home, ".local", "go", "bin"))
	}
	if runtime.GOOS == "windows" {
		name = "go.exe"
		places = []string{filepath.Join(os.Getenv("ProgramFiles"), "Go", "bin"), `C:\Go\bin`}
	}
	for _, place := range places {
		candidate := filepath.Join(place, name)
		if info, err := os.Stat(candidate); err == nil && info.Mode().IsRegular() {
			return candidate, nil
		}
	}
	return "", ErrNoGo
}

// TooNew returns the one line that says that Go `goVersion` is newer than the
// Go that this program was built with, or "" when it is not. A newer Go's
// export data and sources cannot be read, and trying fails in obscure ways.
func TooNew(goVersion string) string { return tooNew(goVersion, runtime.Version()) }

func tooNew(theirs, ours string) string {
	theirLang, ourLang := version.Lang(goWord(theirs)), version.Lang(goWord(ours))
	if theirLang == "" || ourLang == "" || version.Compare(theirLang, ourLang) <= 0 {
		return ""
	}
	return fmt.Sprintf("interleave was built with %s and cannot read %s: rebuild it with the newer Go (go install ./server/cmd/interleave)", ourLang, theirLang)
}

// goWord takes "go1.27.3 X:nocoverageredesign" or "devel go1.27-abcdef ..." to
// the word that go/version understands, or "".
func goWord(text string) string {
	for word := range strings.FieldsSeq(text) {
		word, _, _ = strings.Cut(word, "-")
		if version.IsValid(word) {
			return word
		}
		if version.IsValid("go" + word) {
			return "go" + word
		}
	}
	return ""
}

// Command runs a go command under the policy. The arguments are the caller's
// whole command line after "go"; `-buildvcs=false` belongs to it for the
// commands that know the flag.
func (t *Toolchain) Command(ctx context.Context, p Policy, timeout time.Duration, args ...string) (Result, error) {
	return Run(ctx, Command{Path: t.Go, Args: args, Dir: p.Dir, Env: t.Env(p), Timeout: timeout})
}

// NoRace says why the race detector cannot run here and what to do about it,
// or "" when it can.
func (t *Toolchain) NoRace() string {
	systems := map[string][]string{
		"linux":   {"amd64", "arm64", "ppc64le", "s390x", "loong64", "riscv64"},
		"darwin":  {"amd64", "arm64"},
		"freebsd": {"amd64"},
		"netbsd":  {"amd64"},
		"windows": {"amd64"},
	}
	if !slices.Contains(systems[t.OS], t.Arch) {
		return fmt.Sprintf("Go has no race detector for %s/%s", t.OS, t.Arch)
	}
	if t.OS == "darwin" {
		return "" // needs no C compiler
	}
	compiler := "gcc" // what Go calls unless it is told otherwise
	if t.OS == "freebsd" || t.OS == "netbsd" {
		compiler = "clang"
	}
	if cc := strings.Fields(os.Getenv("CC")); len(cc) > 0 {
		compiler = cc[0]
	}
	if _, err := Look(compiler); err == nil {
		return ""
	}
	return fmt.Sprintf("it needs a C compiler, and %s was not found: install gcc, or set CC to the one you have", compiler)
}
