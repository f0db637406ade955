package analyzers_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// wanted matches the end of a line that is reported.
var wanted = regexp.MustCompile(`// want ([a-z-]+)$`)

func TestProgramsOfSeveralPackages(t *testing.T) {
	archive, err := txtar.ParseFile(filepath.Join("testdata", "packages.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), []byte("module several\n\ngo 1.26\n"))
	want := make(map[placeOfRule]bool)
	for _, f := range archive.Files {
		file := filepath.Join(dir, filepath.FromSlash(f.Name))
		write(t, file, f.Data)
		for i, line := range strings.Split(string(f.Data), "\n") {
			if m := wanted.FindStringSubmatch(line); m != nil {
				want[placeOfRule{f.Name, i + 1, m[1]}] = true
			}
		}
	}
	for _, r := range analyze(t, dir) {
		name, err := filepath.Rel(dir, r.file)
		if err != nil {
			t.Fatal(err)
		}
		at := placeOfRule{filepath.ToSlash(name), r.line, r.rule}
		if !want[at] {
			t.Errorf("%s:%d: %s (%s)", at.file, at.line, r.message, at.rule)
		}
		delete(want, at)
	}
	for at := range want {
		t.Errorf("%s:%d: no report of %s", at.file, at.line, at.rule)
	}
}

type placeOfRule struct {
	file string
	line int
	rule string
}
