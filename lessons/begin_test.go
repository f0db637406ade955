package lessons_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"interleave/lessons"
)

func TestACourseBegins(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "night school")
	if err := lessons.Begin(dir, ""); err != nil {
		t.Fatal(err)
	}
	c, err := lessons.Load(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if c.ID != "night-school" || c.Title != "night school" || len(c.Exercises()) != 1 {
		t.Errorf("%q, %q, %d exercises", c.ID, c.Title, len(c.Exercises()))
	}
	for _, problem := range lessons.Links(os.DirFS(dir)) {
		t.Error(problem)
	}
	if err := lessons.Begin(dir, "again"); err == nil || !strings.Contains(err.Error(), "is not empty") {
		t.Errorf("over the first one: %v", err)
	}
	for _, title := range []string{"!!!", "a \"b\"", "a\nb"} {
		if err := lessons.Begin(filepath.Join(t.TempDir(), "new"), title); err == nil || !strings.Contains(err.Error(), "is no title") {
			t.Errorf("the title %q: %v", title, err)
		}
	}
}

// The page that documents the format names every key and every step.
func TestTheFormatIsDocumented(t *testing.T) {
	text, err := os.ReadFile("begin/WRITING.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range append(lessons.Steps(), lessons.ExerciseKeys()...) {
		if !strings.Contains(string(text), word) {
			t.Errorf("WRITING.md does not say %s", word)
		}
	}
}
