package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestProgramsAreReadByTheirWantComments(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"bad/a.go":         "package a\n\nfunc f() {\n\tx() // want `(?s)twice.* \\(relock\\)` `also \\(no-such-rule\\)`\n\t// want +1 `^data race \\(unlocked-field\\)$`\n\ty()\n}\n",
		"good/a.go":        "package a\n",
		"hints/notes/a.go": "package a // want `\\(unbounded-fanout\\)`\n",
		"none/notes.txt":   "no Go\n",
	} {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	programs, err := readPrograms(root, "family")
	if err != nil {
		t.Fatal(err)
	}
	if len(programs) != 3 || programs[0].hints || len(programs[1].bugs) != 0 || !programs[2].hints || programs[0].family != "family" {
		t.Errorf("%+v", programs)
	}
	file := filepath.Join(root, "bad", "a.go")
	if want := []bug{{line{file, 4}, "relock"}, {line{file, 6}, "unlocked-field"}}; !slices.Equal(programs[0].bugs, want) {
		t.Errorf("%+v, want %+v", programs[0].bugs, want)
	}
}

func TestTablesCountWhatEachToolSays(t *testing.T) {
	at := func(dir string, number int) line { return line{filepath.Join("/", dir, "a.go"), number} }
	say := func(dir string, number int, check string) said { return said{at(dir, number), check} }
	c := comparison{programs: []program{
		{dir: filepath.Join("/", "bad"), family: "lockorder", bugs: []bug{{at("bad", 4), "relock"}, {at("bad", 9), "relock"}, {at("bad", 9), "lock-order"}}},
		{dir: filepath.Join("/", "good"), family: "lockorder"},
		{dir: filepath.Join("/", "hints", "good"), family: "lockorder", hints: true},
	}}
	c.said[0] = []said{say("bad", 4, "copylocks")}
	c.said[1] = []said{say("bad", 4, "SA2001"), say("bad", 4, "SA2003"), say("bad", 9, "SA2003"), say("bad", 7, "SA2001"), say("good", 1, "SA2001")}
	c.said[mine] = []said{say("bad", 4, "relock"), say("bad", 9, "lock-order"), say("good", 3, "unbounded-fanout"), say("good", 3, "relock"), say(filepath.Join("hints", "good"), 3, "unbounded-fanout")}
	c.examples = []example{
		{"relock", "across", filepath.Join("/", "x"), map[line]bool{at("x", 2): true, at("x", 3): true}},
		{"relock", "field", filepath.Join("/", "y"), map[line]bool{at("y", 2): true}},
		{"relock", "alike", filepath.Join("/", "z"), nil},
	}
	c.said[0] = append(c.said[0], say("y", 2, "copylocks"))
	c.said[1] = append(c.said[1], say("x", 9, "SA2001"), say("y", 2, "SA2001"))
	c.said[mine] = append(c.said[mine], say("x", 3, "relock"), say("z", 7, "unlocked-field"), say("z", 8, "unbounded-fanout"))
	text := c.tables("go1.26.8")
	for _, want := range []string{
		"| relock | 2 | 1 (copylocks) | 2 (SA2003 2, SA2001) | 1 | 1 | 1 |",
		"| lock-order | 1 | 0 | 1 (SA2003) | 1 | 0 | 0 |",
		"| defer-lock | 0 | 0 | 0 | 0 | 0 | 0 |",
		"| unbounded-fanout | 0 | 0 | 0 | 0 | 0 | 1 |",
		"| all | 3 | 1 | 3 | 2 | 1 | 2 |",
		"| relock | interleave | go vet, staticcheck | interleave |",
		"| all | go vet 0, staticcheck 0, interleave 1 of 1 | go vet 1, staticcheck 1, interleave 0 of 1 | go vet 0, staticcheck 0, interleave 1 of 1 |",
		"| go vet | copylocks | 1 | 0 | 0 |",
		"| staticcheck | SA2001 | 1 | 1 | 1 |",
		"| lockorder | 2 | 0 | 1 (SA2001) | 2 (relock, unbounded-fanout) |",
	} {
		if !strings.Contains(text, "\n"+want+"\n") {
			t.Errorf("missing %s in\n%s", want, text)
		}
	}
}

func TestLinesOfPlaces(t *testing.T) {
	if at, err := lineOf(`C:\a b\c.go:12:3`); err != nil || at != (line{`C:\a b\c.go`, 12}) {
		t.Errorf("%+v, %v", at, err)
	}
	for _, posn := range []string{"-", "a.go", "a.go:x:y"} {
		if _, err := lineOf(posn); err == nil {
			t.Errorf("%q is a place", posn)
		}
	}
}

func TestExamplesAreReadByTheirMarks(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"relock/across/a.go": "package a\n\nfunc f() {\n\tx() // BUG\n\ty() // BUG? unlocked-field\n\tz() // BUGS are elsewhere\n}\n",
		"relock/alike/a.go":  "package a\n",
		"nosuch/alike/a.go":  "package a\n",
	} {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	list, err := readExamples(root)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(root, "relock", "across", "a.go")
	if len(list) != 2 || list[0].kind != "across" || list[1].kind != "alike" || len(list[1].bugs) != 0 {
		t.Fatalf("%+v", list)
	}
	if bugs := list[0].bugs; len(bugs) != 2 || !bugs[line{file, 4}] || !bugs[line{file, 5}] {
		t.Errorf("%+v", bugs)
	}
}
