package exercise

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"interleave/lessons"
	"interleave/server/internal/gocmd"
	"interleave/server/internal/session"
)

// withFiles is our course, with some of its files changed.
func withFiles(t *testing.T, changed map[string]string) fs.FS {
	t.Helper()
	course := make(fstest.MapFS)
	err := fs.WalkDir(lessons.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(lessons.FS(), name)
		if new, ok := changed[name]; ok {
			text = []byte(new)
		}
		course[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return course
}

// An exercise as it is passes; and whatever of it does not hold is named.
func TestAProofFindsWhatDoesNotHold(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	e, ok := mustCourse(t).Exercise("hotel-stands-still")
	if !ok {
		t.Fatal("the course has no such exercise any more")
	}
	read := func(name string) string {
		text, err := fs.ReadFile(lessons.FS(), e.Dir+"/"+name)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	tools, err := gocmd.Find(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s, err := session.New(session.Options{Tools: tools, NoWork: func(string) bool { return true }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	wrong := "wrong/one-path-mended/"
	for _, c := range []struct {
		name    string
		changed map[string]string
		want    []string // parts of what is said; none when all of it holds
	}{
		{"as it is", nil, nil},
		{"a solution that is the starter", map[string]string{"solution/hotel.go": read("hotel.go")},
			[]string{"the solution gets a report", "the solution does not pass go test"}},
		{"a starter that is the solution", map[string]string{"hotel.go": read("solution/hotel.go")},
			[]string{"the starter gets no report of missing-unlock", "the step tests does not refuse it"}},
		{"other words", map[string]string{wrong + "wrong.toml": strings.ReplaceAll(read(wrong+"wrong.toml"), "the next one waits for ever", "words that nobody says")},
			[]string{`one-path-mended: the step tests refuses it without the words "words that nobody says"`}},
		{"a variant that does not compile", map[string]string{wrong + "hotel.go": "package hotel\n\nfunc"},
			[]string{"does not compile"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			changed := make(map[string]string)
			for name, text := range c.changed {
				changed[e.Dir+"/"+name] = text
			}
			dir, err := filepath.EvalSymlinks(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			prover := &Prover{Tools: tools, Session: s, Course: withFiles(t, changed), Repeat: 1}
			proof, err := prover.Prove(t.Context(), e, dir)
			if err != nil {
				t.Fatal(err)
			}
			said := strings.Join(proof.Problems, "\n")
			if len(c.want) == 0 && said != "" {
				t.Errorf("it holds, and the proof says:\n%s", said)
			}
			for _, want := range c.want {
				if !strings.Contains(said, want) {
					t.Errorf("the proof does not say %q, but:\n%s", want, said)
				}
			}
		})
	}
}

func mustCourse(t *testing.T) *lessons.Course {
	t.Helper()
	c, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return c
}
