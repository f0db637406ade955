package exercise

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/pelletier/go-toml/v2"
)

func newCopy(t *testing.T) *Copy {
	t.Helper()
	c, made, err := Make(filepath.Join(t.TempDir(), "course"))
	if err != nil || !made {
		t.Fatalf("made %v, %v", made, err)
	}
	return c
}

func TestAnEditMakesAnExerciseTouched(t *testing.T) {
	c := newCopy(t)
	e := c.Course.Exercises()[0]
	if !c.Untouched(e, os.ReadFile) {
		t.Fatal("a new copy is touched")
	}
	windows := func(path string) ([]byte, error) {
		text, err := os.ReadFile(path)
		return []byte(strings.ReplaceAll(string(text), "\n", "\r\n")), err
	}
	if !c.Untouched(e, windows) {
		t.Error("other line ends count as an edit")
	}
	added := filepath.Join(c.Dir(e), "mine.go")
	if err := os.WriteFile(added, []byte("package mine\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if c.Untouched(e, os.ReadFile) {
		t.Error("a file of the learner's own does not count as an edit")
	}
	if err := os.Remove(added); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(c.Main(e), []byte("package mine\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if c.Untouched(e, os.ReadFile) {
		t.Error("an edited file is untouched")
	}
	if got, ok := c.ExerciseOf(c.Main(e)); !ok || got.Name != e.Name {
		t.Errorf("the file belongs to %q", got.Name)
	}
	if _, ok := c.ExerciseOf(filepath.Join(c.Root, "README.md")); ok {
		t.Error("the course's README belongs to an exercise")
	}
}

func TestACopyIsFoundFromBelowAndTheProductIsNone(t *testing.T) {
	c := newCopy(t)
	if found := Find(c.Dir(c.Course.Exercises()[0])); found == nil || found.Root != c.Root {
		t.Errorf("found %v", found)
	}
	if found := Find("."); found != nil {
		t.Errorf("the product's own source is a copy: %v", found.Root)
	}
	product, err := filepath.Abs("../../../lessons")
	if err != nil {
		t.Fatal(err)
	}
	if found := Find(product); found != nil {
		t.Errorf("the course's source is a copy: %v", found.Root)
	}
	if again, made, err := Make(c.Root); err != nil || made || again.Root != c.Root {
		t.Errorf("made again: %v, %v", made, err)
	}
}

func TestADamagedProgressFileIsSetAside(t *testing.T) {
	c := newCopy(t)
	if _, err := c.update("first-result", func(s *Standing) { s.Solved = true }); err != nil {
		t.Fatal(err)
	}
	for _, damage := range []string{"no = = toml", "", "format_version = 0\n"} {
		if err := os.WriteFile(c.progressFile(), []byte(damage), 0o644); err != nil {
			t.Fatal(err)
		}
		p, err := c.Progress()
		if err != nil || len(p.Exercises) != 0 {
			t.Errorf("%q: %+v, %v", damage, p, err)
		}
	}
	aside, err := filepath.Glob(c.progressFile() + ".damaged-*")
	if err != nil || len(aside) != 3 {
		t.Errorf("set aside: %v, %v", aside, err)
	}
	newer := "format_version = 99\n"
	if err := os.WriteFile(c.progressFile(), []byte(newer), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Progress(); err == nil || !strings.Contains(err.Error(), "newer") {
		t.Errorf("a newer file: %v", err)
	}
	if text, _ := os.ReadFile(c.progressFile()); string(text) != newer {
		t.Error("a newer file was touched")
	}
}

func TestTwoWindowsDoNotOverwriteEachOther(t *testing.T) {
	c := newCopy(t)
	var windows sync.WaitGroup
	for i := range 8 {
		windows.Go(func() {
			name := c.Course.Exercises()[i%3].Name
			if _, err := c.update(name, func(s *Standing) { s.Hints++ }); err != nil {
				t.Error(err)
			}
		})
	}
	windows.Wait()
	p, err := c.Progress()
	if err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, s := range p.Exercises {
		sum += s.Hints
	}
	if sum != 8 {
		t.Errorf("%d of 8 changes are left: %+v", sum, p)
	}
}

// A newer course: what the learner has not touched is replaced, what they have edited stays, what is missing comes.
func TestAnUpdateNeverTakesAnEdit(t *testing.T) {
	c := newCopy(t)
	exercises := c.Course.Exercises()
	edited, old, gone := c.Main(exercises[0]), c.Main(exercises[1]), c.Main(exercises[2])
	name := func(file string) string {
		below, err := filepath.Rel(c.Root, file)
		if err != nil {
			t.Fatal(err)
		}
		return filepath.ToSlash(below)
	}
	put := func(file, text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	original, err := os.ReadFile(old)
	if err != nil {
		t.Fatal(err)
	}
	put(edited, "package mine\n")
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	// An older course gave another text, and the learner left it as it was.
	const before = "package older\r\n"
	put(old, before)
	g, err := c.readGiven()
	if err != nil {
		t.Fatal(err)
	}
	g.Files[name(old)] = sum([]byte(before))
	text, err := toml.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	put(c.givenFile(), string(text))
	if _, err := c.update(exercises[0].Name, func(s *Standing) { s.Solved = true }); err != nil {
		t.Fatal(err)
	}

	done, err := c.Update()
	if err != nil {
		t.Fatal(err)
	}
	want := Updated{Replaced: []string{name(old)}, Added: []string{name(gone)}, Kept: []string{name(edited)}}
	if !reflect.DeepEqual(done, want) {
		t.Errorf("updated %+v, want %+v", done, want)
	}
	if text, _ := os.ReadFile(edited); string(text) != "package mine\n" {
		t.Errorf("the edit has become %q", text)
	}
	if text, _ := os.ReadFile(old); string(text) != string(original) {
		t.Errorf("the untouched file is still %q", text)
	}
	if p, err := c.Progress(); err != nil || !p.Exercises[exercises[0].Name].Solved {
		t.Errorf("the progress is %+v, %v", p, err)
	}
	if again, err := c.Update(); err != nil || len(again.Replaced)+len(again.Added) > 0 || !reflect.DeepEqual(again.Kept, want.Kept) {
		t.Errorf("once more: %+v, %v", again, err)
	}
	// Nothing is known of what was given: nothing is taken for untouched.
	put(c.givenFile(), "no = = toml")
	put(old, before)
	if done, err := c.Update(); err != nil || len(done.Replaced) > 0 || len(done.Kept) != 2 {
		t.Errorf("with a damaged list: %+v, %v", done, err)
	}
}
