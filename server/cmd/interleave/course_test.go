package main

import (
	"encoding/json"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"interleave/analyzers/rules"
	"interleave/lessons"
)

// startCourse makes a copy of the course through the server.
func startCourse(t *testing.T, e *editor) (root string) {
	t.Helper()
	root = filepath.Join(t.TempDir(), "course")
	var started struct{ Root, Open, FirstExercise string }
	if err := e.command("interleave.server.startCourse", object{"root": root}, &started); err != nil {
		t.Fatal(err)
	}
	if started.Root != root || !strings.HasSuffix(started.Open, "/README.md") || !strings.HasSuffix(started.FirstExercise, ".go") {
		t.Fatalf("startCourse answered %+v", started)
	}
	return root
}

// course loads the embedded course.
func course(t *testing.T) *lessons.Course {
	t.Helper()
	c, err := lessons.Load(lessons.FS())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// mainFile returns the starter of an exercise: its name, and its text.
func mainFile(t *testing.T, e lessons.Exercise) (name, text string) {
	t.Helper()
	for _, file := range e.Files {
		if strings.HasSuffix(file, ".go") && !strings.HasSuffix(file, "_test.go") {
			data, err := fs.ReadFile(lessons.FS(), path.Join(e.Dir, file))
			if err != nil {
				t.Fatal(err)
			}
			return file, string(data)
		}
	}
	t.Fatalf("%s has no starter", e.Name)
	return "", ""
}

// solution returns the text of the solution's file of this name.
func solution(t *testing.T, e lessons.Exercise, name string) string {
	t.Helper()
	data, err := fs.ReadFile(lessons.FS(), path.Join(e.Dir, "solution", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func ofRule(list []diagnostic, rule string) []diagnostic {
	return slices.DeleteFunc(slices.Clone(list), func(d diagnostic) bool { return d.Code != rule })
}

// toldByForm are the rules whose reports come from the form of the code alone, and
// have no interleaving to show.
var toldByForm = []string{"goroutine-not-awaited", "add-inside-goroutine", "unbounded-fanout", "copied-lock", "lost-cancel", "busy-select", "accidentally-sequential", "ctx-ignored", "cond-wait-without-loop", "trylock-ignored"}

// sampled are two exercises of each lesson: an editor is slow to start, and what
// every exercise reports is proved by "interleave course check".
func sampled(c *lessons.Course) []lessons.Exercise {
	var chosen []lessons.Exercise
	for _, l := range c.Lessons {
		drills := slices.DeleteFunc(slices.Clone(l.Exercises), func(e lessons.Exercise) bool {
			return !slices.Contains(e.Checks, lessons.CheckRules) || e.Show == lessons.ShowCheck
		})
		chosen = append(chosen, drills[:min(2, len(drills))]...)
	}
	return chosen
}

// The main job, for exercises of every lesson: nothing is red before the first edit; an
// edit brings the report with its lesson and its story; the solution takes it away.
func TestFromAKeystrokeToALesson(t *testing.T) {
	for _, ex := range sampled(course(t)) {
		t.Run(ex.Name, func(t *testing.T) {
			e := startEditor(t, object{"clientCommands": []string{"interleave.openLesson"}}, nil)
			root := startCourse(t, e)
			name, starter := mainFile(t, ex)
			file := filepath.Join(root, filepath.FromSlash(ex.Dir), name)
			uri := fileURI(file)

			e.open(uri, starter, 1)
			if got := e.published(uri, 1); len(got) != 0 {
				t.Fatalf("an untouched exercise shows %v", got)
			}

			e.notify("textDocument/didChange", object{
				"textDocument":   object{"uri": uri, "version": 2},
				"contentChanges": []object{{"range": object{"start": object{"line": 0, "character": 0}, "end": object{"line": 0, "character": 0}}, "text": "// mine\n\n"}},
			})
			rule := ex.Rules[0]
			edited := e.published(uri, 2)
			if ex.Show == lessons.ShowSave {
				if len(edited) != 0 {
					t.Errorf("shown before the file is saved: %v", edited)
				}
				if err := os.WriteFile(file, []byte("// mine\n\n"+starter), 0o644); err != nil {
					t.Fatal(err)
				}
				e.forgetPublished()
				e.notify("textDocument/didSave", object{"textDocument": object{"uri": uri}})
				edited = e.published(uri, 2)
			}
			drilled := ofRule(edited, rule)
			if len(drilled) == 0 {
				t.Fatalf("after an edit %s is not shown, but %+v", rule, edited)
			}
			d := drilled[0]
			if d.Severity != 1 || d.Source != "interleave" || d.Data.Rule != rule || d.Data.Witness == "" || d.Data.Confidence == "" {
				t.Errorf("diagnostic %+v", d)
			}
			if strings.Contains(d.Message, "("+rule+")") {
				t.Errorf("the message repeats its code: %s", d.Message)
			}
			byForm := slices.Contains(toldByForm, rule)
			if len(d.Related) == 0 && !byForm && rule != "missing-done" {
				t.Error("no related place")
			}
			link, err := url.Parse(d.CodeDescription.Href)
			if err != nil || link.Fragment != rule {
				t.Fatalf("link %q", d.CodeDescription.Href)
			}
			lesson, err := os.ReadFile(filepath.FromSlash(link.Path))
			if err != nil || !strings.Contains(string(lesson), `<a id="`+rule+`">`) {
				t.Errorf("the link %q leads to no lesson with this anchor (%v)", d.CodeDescription.Href, err)
			}
			if !strings.HasPrefix(filepath.FromSlash(link.Path), root) {
				t.Errorf("the link %q leads out of the learner's copy", link)
			}

			hover := string(e.call("textDocument/hover", object{"textDocument": object{"uri": uri}, "position": d.Range.Start}))
			parts := []string{"**" + rules.Must(rules.Name(rule)).Title + "**", "#" + rule}
			if !byForm {
				parts = append(parts, "goroutine 1", "```text")
			}
			for _, part := range parts {
				if !strings.Contains(hover, part) {
					t.Errorf("hover without %q: %s", part, hover)
				}
			}

			var actions []struct {
				Title, Kind string
				Edit        any
				Command     struct {
					Command   string
					Arguments []json.RawMessage
				}
			}
			raw := e.call("textDocument/codeAction", object{"textDocument": object{"uri": uri}, "range": d.Range, "context": object{"diagnostics": []any{}}})
			if err := json.Unmarshal(raw, &actions); err != nil {
				t.Fatal(err)
			}
			commands := make(map[string]json.RawMessage)
			for _, action := range actions {
				if action.Edit != nil {
					t.Errorf("an exercise is offered the fix %q", action.Title)
				}
				if len(action.Command.Arguments) == 1 {
					commands[action.Command.Command] = action.Command.Arguments[0]
				}
			}
			if commands["interleave.openLesson"] == nil || commands["interleave.server.showInterleaving"] == nil && !byForm {
				t.Fatalf("code actions %s", raw)
			}
			if commands["interleave.server.showInterleaving"] != nil {
				storyIsShown(t, e, uri, rule, d.Data.Witness, commands["interleave.server.showInterleaving"])
			}

			e.replaceAll(uri, solution(t, ex, name), 3)
			if got := e.published(uri, 3); len(got) != 0 {
				t.Errorf("the solution shows %v", got)
			}
			if err := os.WriteFile(file, []byte(starter), 0o644); err != nil {
				t.Fatal(err)
			}
			e.replaceAll(uri, starter, 4)
			if got := e.published(uri, 4); len(got) != 0 {
				t.Errorf("the starter, back again, shows %v", got)
			}
		})
	}
}

// storyIsShown asks for a report's interleaving, as data and as a file.
func storyIsShown(t *testing.T, e *editor, uri, rule, id string, shows json.RawMessage) {
	t.Helper()
	var w struct {
		FormatVersion                int
		Goroutines, Steps            []any
		Rule, Message, Text, Outcome string
	}
	if err := e.command("interleave.server.witness", object{"uri": uri, "witness": id}, &w); err != nil {
		t.Fatal(err)
	}
	if w.Rule != rule || len(w.Goroutines) < 1 || len(w.Steps) < 1 || w.Text == "" || w.FormatVersion != 1 {
		t.Errorf("witness %+v", w)
	}
	if err := e.command("interleave.server.witness", object{"uri": uri, "witness": "gone"}, nil); err == nil || !strings.HasPrefix(err.Error(), "-32801") {
		t.Errorf("an unknown interleaving: %v", err)
	}
	if _, err := e.try("workspace/executeCommand", object{"command": "interleave.server.showInterleaving", "arguments": []any{shows}}); err != nil {
		t.Errorf("showInterleaving: %v", err)
	}
	var shown struct{ URI string }
	if err := json.Unmarshal(e.received("window/showDocument"), &shown); err != nil {
		t.Fatal(err)
	}
	if link, err := url.Parse(shown.URI); err != nil {
		t.Error(err)
	} else if text, err := os.ReadFile(filepath.FromSlash(link.Path)); err != nil || !strings.Contains(string(text), "goroutine 1") {
		t.Errorf("the interleaving's file %s holds %q (%v)", shown.URI, text, err)
	}
}

func TestCourseTreeProgressAndHints(t *testing.T) {
	e := startEditor(t, nil, nil)
	var tree struct {
		Root, Title string
		Lessons     []struct {
			Dir, Title, Readme string
			Exercises          []struct {
				Name, Title, Dir, Main, State string
				Minutes                       int
				Rules                         []string
			}
		}
	}
	if err := e.command("interleave.server.course", object{}, &tree); err != nil {
		t.Fatal(err)
	}
	if tree.Root != "" || len(tree.Lessons) != 6 || tree.Title == "" {
		t.Errorf("the course without a copy: %+v", tree)
	}
	root := startCourse(t, e)
	ex := course(t).Exercises()[0]
	var hint struct {
		Rung, Of int
		Markdown string
	}
	for want := 1; want <= 5; want++ {
		if err := e.command("interleave.server.hint", object{"exercise": ex.Name, "root": root}, &hint); err != nil {
			t.Fatal(err)
		}
		if hint.Of != 4 || hint.Rung != min(want, 4) || hint.Markdown == "" {
			t.Errorf("hint %d: %+v", want, hint)
		}
	}
	if err := e.command("interleave.server.course", object{"root": fileURI(root)}, &tree); err != nil {
		t.Fatal(err)
	}
	states := make(map[string]string)
	for _, l := range tree.Lessons {
		if !strings.HasPrefix(l.Readme, "file://") {
			t.Errorf("%s: README %q", l.Dir, l.Readme)
		}
		for _, x := range l.Exercises {
			states[x.Name] = x.State
			if !strings.HasSuffix(x.Main, ".go") || !strings.HasPrefix(x.Dir, "file://") || x.Minutes == 0 {
				t.Errorf("exercise %+v", x)
			}
		}
	}
	for name, state := range states {
		want := "new"
		if name == ex.Name {
			want = "started"
		}
		if state != want {
			t.Errorf("%s is %s, want %s", name, state, want)
		}
	}
	for _, in := range []object{{"exercise": "nosuch", "root": root}, {"exercise": ex.Name, "root": t.TempDir()}, {"exercise": ex.Name, "root": "relative"}} {
		if err := e.command("interleave.server.hint", in, nil); err == nil {
			t.Errorf("hint %v: no error", in)
		}
	}
	var lesson struct{ Title, Markdown, URI, Anchor string }
	if err := e.command("interleave.server.lesson", object{"rule": ex.Rules[0]}, &lesson); err != nil || lesson.Anchor != ex.Rules[0] || lesson.Markdown == "" || lesson.URI == "" {
		t.Errorf("lesson %+v, %v", lesson, err)
	}
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "thesis.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := e.command("interleave.server.startCourse", object{"root": full}, nil); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("a folder of somebody's: %v", err)
	}
}

func TestPullingClientsAreNotPushed(t *testing.T) {
	e := startEditor(t, nil, object{"textDocument": object{"diagnostic": object{"relatedInformation": true}}, "workspace": object{"diagnostics": object{"refreshSupport": true}}})
	root := startCourse(t, e)
	ex, _ := course(t).Exercise("first-result")
	name, starter := mainFile(t, ex)
	uri := fileURI(filepath.Join(root, filepath.FromSlash(ex.Dir), name))
	e.open(uri, starter+"\n// mine\n", 1)
	var report struct {
		Kind, ResultID string
		Items          []diagnostic
	}
	pull := func(previous string) {
		t.Helper()
		raw := e.call("textDocument/diagnostic", object{"textDocument": object{"uri": uri}, "previousResultId": previous})
		report.Items = nil
		if err := json.Unmarshal(raw, &report); err != nil {
			t.Fatal(err)
		}
	}
	pull("none")
	if report.Kind != "full" || len(ofRule(report.Items, ex.Rules[0])) == 0 || report.Items[0].CodeDescription.Href == "" {
		t.Errorf("pulled %+v", report)
	}
	pull(report.ResultID)
	if report.Kind != "unchanged" {
		t.Errorf("pulled again: %+v", report)
	}
	e.call("shutdown", nil)
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, m := range e.incoming {
		if m.Method == "textDocument/publishDiagnostics" {
			t.Error("pushed to a client that pulls")
		}
	}
}

func TestSettingsChooseWhatIsShown(t *testing.T) {
	ex, _ := course(t).Exercise("first-result")
	_, starter := mainFile(t, ex)
	dir := writeModule(t, map[string]string{"go.mod": "module m\n\ngo 1.26\n", "a.go": starter})
	uri := fileURI(filepath.Join(dir, "a.go"))
	e := startEditor(t, object{"rules": "-abandoned-send,nosuch"}, nil)
	if note := string(e.received("window/showMessage")); !strings.Contains(note, "nosuch") {
		t.Errorf("the bad setting is answered with %s", note)
	}
	e.open(uri, starter, 1)
	shown := ofRule(e.published(uri, 1), "abandoned-send")
	if len(shown) != 1 || shown[0].Severity == 1 {
		t.Fatalf("outside a course: %+v", shown)
	}
	if !strings.Contains(shown[0].CodeDescription.Href, "03_async/README.md#abandoned-send") {
		t.Errorf("link %q", shown[0].CodeDescription.Href)
	}
	e.notify("workspace/didChangeConfiguration", object{"settings": object{"interleave": object{"rules": "-abandoned-send"}}})
	e.replaceAll(uri, starter+"\n", 2)
	if got := ofRule(e.published(uri, 2), "abandoned-send"); len(got) != 0 {
		t.Errorf("a rule that is switched off shows %v", got)
	}
}

// manyReports has four races in one function, and a teaching note in another.
const manyReports = `package main

import (
	"fmt"
	"sync"
)

func main() {
	var a, b, c, d int
	go func() {
		a++
		b++
		c++
		d++
	}()
	fmt.Println(a)
	fmt.Println(b)
	fmt.Println(c)
	fmt.Println(d)
	each(nil)
}

func each(jobs []func()) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			job()
		}()
	}
	wg.Wait()
}
`

func TestInTheCourseAFewReportsAreShownAndNotesAmongThem(t *testing.T) {
	e := startEditor(t, object{}, nil)
	inside := filepath.Join(startCourse(t, e), "mine", "main.go")
	outside := filepath.Join(writeModule(t, map[string]string{"go.mod": "module m\n\ngo 1.26\n"}), "main.go")
	for _, c := range []struct {
		file         string
		races, notes int
	}{{inside, 3, 1}, {outside, 4, 0}} {
		if err := os.MkdirAll(filepath.Dir(c.file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(c.file, []byte(manyReports), 0o644); err != nil {
			t.Fatal(err)
		}
		e.open(fileURI(c.file), manyReports, 1)
		shown := e.published(fileURI(c.file), 1)
		if races, notes := len(ofRule(shown, "captured-variable")), len(ofRule(shown, "unbounded-fanout")); races != c.races || notes != c.notes {
			t.Errorf("%s: %d races and %d notes are shown, want %d and %d: %+v", filepath.Base(filepath.Dir(c.file)), races, notes, c.races, c.notes, shown)
		}
	}
	// Who asks for notes gets them everywhere.
	e.notify("workspace/didChangeConfiguration", object{"settings": object{"interleave": object{"hints": true}}})
	e.replaceAll(fileURI(outside), manyReports+"\n", 2)
	if shown := e.published(fileURI(outside), 2); len(ofRule(shown, "unbounded-fanout")) != 1 {
		t.Errorf("with hints on: %+v", shown)
	}
}
