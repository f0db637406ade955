package e2e

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"interleave/analyzers/rules"
)

// Architecture invariant: the extension holds no rule names; the server tells
// it all that it shows.
func TestTheExtensionHoldsNoRuleNames(t *testing.T) {
	files := []string{filepath.Join("..", "package.json"), filepath.Join("..", "package.nls.json")}
	err := filepath.WalkDir(filepath.Join("..", "src"), func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, rule := range rules.All() {
			if bytes.Contains(text, []byte(rule.Name)) {
				t.Errorf("%s names the rule %s", file, rule.Name)
			}
		}
	}
}

// The package that goes out carries the project's licence.
func TestTheExtensionsLicenceIsTheProjects(t *testing.T) {
	ours, err := os.ReadFile(filepath.Join("..", "LICENSE"))
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(filepath.Join("..", "..", "LICENSE"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(ours, whole) {
		t.Error("vscode-extension/LICENSE differs from LICENSE")
	}
}
