package e2e

import (
	"bufio"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// Types, lint rules, format and generated tables of the extension.
func TestTheExtensionsSourceIsClean(t *testing.T) {
	needNode(t)
	touchSources(t)
	out, err := command(inTime(t), npmProgram(), "run", "--silent", "check").CombinedOutput()
	if err != nil {
		t.Errorf("npm run check: %v\n%s", err, out)
	}
}

// touchSources looks at every source that the scripts build from, for the go
// command to know that a result of before is out of date when one has changed.
func touchSources(t *testing.T) {
	t.Helper()
	for _, dir := range []string{"analyzers", "lessons", "server", "vscode-extension"} {
		err := filepath.WalkDir(filepath.Join("..", "..", dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() && slices.Contains([]string{"node_modules", "dist", "test-artifacts"}, d.Name()) {
				return fs.SkipDir
			}
			// What the build itself writes changes at every run.
			built := filepath.Ext(path) == ".vsix" || filepath.Dir(path) == filepath.Join("..", "..", "vscode-extension", "server")
			if !d.IsDir() && !built {
				_, err = os.Stat(path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// The suite in the extension host and the learner's way in the workbench: see
// vscode-extension/test. Both run over one web build of VS Code.
func TestInVSCode(t *testing.T) {
	if runtime.GOOS == "windows" {
		missing(t, "VS Code's web build does not run on Windows", "run this test on Linux or macOS")
	}
	node := needNode(t)
	needChromium(t)
	touchSources(t)
	cmd := command(inTime(t), node, "test/workbench/run.mjs")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(stdout)
	lines.Buffer(nil, 1<<20)
	told := 0
	for lines.Scan() {
		var result struct {
			Name  string
			OK    bool
			MS    float64
			Error string
		}
		if json.Unmarshal(lines.Bytes(), &result) != nil || result.Name == "" {
			continue // what the tools say while they build
		}
		told++
		t.Run(result.Name, func(t *testing.T) {
			t.Logf("%.0f ms", result.MS)
			if !result.OK {
				t.Error(result.Error)
			}
		})
	}
	if err := cmd.Wait(); err != nil && !t.Failed() {
		t.Errorf("test/workbench/run.mjs: %v\n%s", err, stderr.String())
	}
	if told < 10 && !t.Failed() {
		t.Errorf("only %d tests were told of\n%s", told, stderr.String())
	}
}
