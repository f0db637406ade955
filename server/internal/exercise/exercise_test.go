package exercise

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
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
