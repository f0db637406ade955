package e2e

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// patience bounds what one program may take; it is never the measure of
// anything. The first run of all fetches tools and builds everything.
const patience = 8 * time.Minute

// extension is the folder of the extension.
var extension = func() string {
	dir, err := filepath.Abs("..")
	if err != nil {
		panic(err)
	}
	return dir
}()

// missing skips the test because something is not there, or fails it where all
// must be there.
func missing(t *testing.T, what, remedy string) {
	t.Helper()
	if os.Getenv("INTERLEAVE_E2E") == "required" {
		t.Fatalf("%s: %s", what, remedy)
	}
	t.Skipf("%s: %s", what, remedy)
}

// need finds the first of some programs on PATH.
func need(t *testing.T, remedy string, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	missing(t, "there is no "+strings.Join(names, " or "), remedy)
	return ""
}

// needNode finds node and npm, and has the extension's tools fetched once.
func needNode(t *testing.T) (node string) {
	t.Helper()
	const remedy = "install Node 20 or newer with npm, from nodejs.org or the system's packages"
	node = need(t, remedy, "node")
	npm := need(t, remedy, "npm")
	if err := fetchTools(npm); err != nil {
		missing(t, "npm could not fetch the extension's tools", "see whether this machine reaches the npm registry (npm ping): "+err.Error())
	}
	return node
}

var tools struct {
	sync.Once
	err error
}

func fetchTools(npm string) error {
	tools.Do(func() {
		if _, err := os.Stat(filepath.Join(extension, "node_modules", ".package-lock.json")); err == nil {
			return
		}
		var out bytes.Buffer
		cmd := command(context.Background(), npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
		cmd.Stdout, cmd.Stderr = &out, &out
		if err := cmd.Run(); err != nil {
			tools.err = &failure{err, out.String()}
		}
	})
	return tools.err
}

type failure struct {
	err    error
	output string
}

func (f *failure) Error() string { return f.err.Error() + "\n" + f.output }

// needChromium finds a Chromium for the tests in the workbench.
func needChromium(t *testing.T) {
	t.Helper()
	if os.Getenv("CHROMIUM") != "" {
		return
	}
	const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
	if _, err := os.Stat(mac); err == nil {
		return
	}
	need(t, "install Chromium or Chrome (Debian: apt-get install chromium fonts-dejavu-core), or name one in CHROMIUM",
		"chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
}

// command runs a program in the extension's folder, in a process group of its
// own, which ends as a whole when ctx does.
func command(ctx context.Context, program string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = extension
	cmd.WaitDelay = 10 * time.Second
	ownGroup(cmd)
	return cmd
}

// inTime is a context for one program.
func inTime(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	return ctx
}
