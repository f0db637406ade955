package lessons_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"interleave/lessons"
)

// Every relative link leads to a file of the course, and to an anchor that is
// written there. What the learner gets leads to nothing that is kept back.
func TestEveryLinkResolves(t *testing.T) {
	for _, err := range lessons.Links(lessons.FS()) {
		t.Error(err)
	}
}

// The one above must be able to fail.
func TestABrokenLinkIsNamed(t *testing.T) {
	fsys := fstest.MapFS{
		"README.md":                 {Data: []byte("[a](gone.md) [b](there.md#nothere) [c](../x.md) [d](there.md#here) [e](https://go.dev)\n[f](01_a/exercises/b/hints.md)")},
		"there.md":                  {Data: []byte("<a id=\"here\"></a>\n")},
		"01_a/exercises/b/hints.md": {Data: []byte("# Hints\n")},
	}
	var said []string
	for _, err := range lessons.Links(fsys) {
		said = append(said, err.Error())
	}
	all := strings.Join(said, "\n")
	for _, want := range []string{"gone.md leads to no file", "no anchor in there.md", "leaves the course", "kept back"} {
		if !strings.Contains(all, want) {
			t.Errorf("no word about %q in:\n%s", want, all)
		}
	}
	if len(said) != 4 {
		t.Errorf("%d links are broken, want 4:\n%s", len(said), all)
	}
}

// Links written as [text][ref] or left half-typed would show as text.
func TestNoLinkIsHalfWritten(t *testing.T) {
	half := regexp.MustCompile(`\]\s+\(|\]\(\s*\)|\]\[\]`)
	for _, name := range files(t, lessons.FS()) {
		if !strings.HasSuffix(name, ".md") {
			continue
		}
		source, err := fs.ReadFile(lessons.FS(), name)
		if err != nil {
			t.Fatal(err)
		}
		fenced := false
		for i, line := range strings.Split(string(source), "\n") {
			if strings.HasPrefix(line, "```") {
				fenced = !fenced
			}
			if !fenced && half.MatchString(line) {
				t.Errorf("%s:%d: %s", name, i+1, line)
			}
		}
		if fenced {
			t.Errorf("%s: a code block is not closed", name)
		}
	}
}
