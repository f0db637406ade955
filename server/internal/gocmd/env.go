package gocmd

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// kept are the settings of the go command that the user's own environment may
// carry into a hardened one: where things stand and for which system the code
// is meant. No other GO... variable passes.
var kept = []string{"GOROOT", "GOPATH", "GOMODCACHE", "GOCACHE", "GOTMPDIR", "GOOS", "GOARCH", "GOWORK", "GOEXPERIMENT"}

// noSidecar keeps the go command from leaving a process behind. Once a day it
// starts itself anew to sum up its telemetry, and that process outlives it.
// GOTELEMETRY can only be read; the variable here is the one by which such a
// process tells its own go commands not to start another
// (golang.org/x/telemetry, start.go).
const noSidecar = "GO_TELEMETRY_CHILD=2"

// A Policy chooses the environment of a go command.
type Policy struct {
	Dir    string // the folder that the command runs in; decides about vendoring
	NoWork bool   // ignore every go.work: for submissions, and for the learner's copy
	Cgo    bool   // let cgo compile: for -race, on the learner's own code only
}

// Env returns an environment in which the go command reads code without doing
// anything that the code asks for: no other toolchain, no network, no version
// control, no configuration file, no cgo, no packages driver.
func (t *Toolchain) Env(p Policy) []string {
	var env []string
	for _, entry := range os.Environ() {
		name, _, _ := strings.Cut(entry, "=")
		upper := name
		if runtime.GOOS == "windows" {
			upper = strings.ToUpper(name)
		}
		if (strings.HasPrefix(upper, "GO") || strings.HasPrefix(upper, "CGO_")) && !slices.Contains(kept, upper) || upper == "PWD" {
			continue
		}
		env = append(env, entry)
	}
	// GOENV=off hides the user's own `go env -w` as well, so the places that
	// it may have moved are named again.
	for _, setting := range []struct{ name, value string }{
		{"GOPATH", t.Path}, {"GOMODCACHE", t.ModCache}, {"GOCACHE", t.Cache},
	} {
		if setting.value != "" {
			env = append(env, setting.name+"="+setting.value)
		}
	}
	mod := "readonly"
	if vendored(p.Dir, p.NoWork) {
		mod = "vendor"
	}
	cgo := "0"
	if p.Cgo {
		cgo = "1"
	}
	env = append(env,
		"GORACE=atexit_sleep_ms=0", // else each program with the race detector takes a second to end
		"GOTOOLCHAIN=local",
		"GOENV=off",
		"GOFLAGS=-mod="+mod,
		"GOPROXY=off",
		"GOSUMDB=off",
		"GOVCS=*:off",
		"GOPACKAGESDRIVER=off",
		"GO111MODULE=on",
		noSidecar,
		"CGO_ENABLED="+cgo,
	)
	if p.NoWork {
		env = append(env, "GOWORK=off")
	}
	return env
}

// vendored reports whether the module or workspace around dir carries its
// dependencies with it. With -mod=readonly the go command would pass over them.
func vendored(dir string, noWork bool) bool {
	root := ""
	if !noWork && os.Getenv("GOWORK") != "off" {
		root = FindUp(dir, "go.work")
	}
	if root == "" {
		root = FindUp(dir, "go.mod")
	}
	if root == "" {
		return false
	}
	info, err := os.Stat(filepath.Join(root, "vendor", "modules.txt"))
	return err == nil && info.Mode().IsRegular()
}

// FindUp returns the nearest folder at or above dir that holds a regular file
// of this name, or "".
func FindUp(dir, name string) string {
	for dir != "" {
		if info, err := os.Stat(filepath.Join(dir, name)); err == nil && info.Mode().IsRegular() {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			break
		}
		dir = parent
	}
	return ""
}
