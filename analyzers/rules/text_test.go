package rules_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"interleave/analyzers/rules"
)

var update = flag.Bool("update", false, "write the generated text into its files")

// TestGeneratedText holds the README's table and the heads of the rules' pages
// to the catalogue; go generate brings them up to date.
func TestGeneratedText(t *testing.T) {
	between(t, filepath.Join("..", "..", "README.md"), "rules", rules.Table("analyzers/rules"))
	for _, r := range rules.All() {
		between(t, string(r.Name)+".md", "header", r.Header())
	}
}

// between holds the text between <!-- NAME --> and <!-- /NAME --> of a file.
func between(t *testing.T, file, name, want string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(data), "<!-- "+name+" -->\n")
	got, after, closed := strings.Cut(rest, "<!-- /"+name+" -->")
	if !ok || !closed {
		t.Fatalf("%s: no <!-- %s --> ... <!-- /%s -->", file, name, name)
	}
	if got == want {
		return
	}
	if !*update {
		t.Errorf("%s: the text between <!-- %s --> is stale: run go generate ./analyzers/rules", file, name)
		return
	}
	text := before + "<!-- " + name + " -->\n" + want + "<!-- /" + name + " -->" + after
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
