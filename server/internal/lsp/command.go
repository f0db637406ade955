package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sourcegraph/jsonrpc2"
	"go.lsp.dev/protocol"

	"interleave/analyzers/rules"
	"interleave/analyzers/witness"
	"interleave/lessons"
	"interleave/server/internal/diskcache"
	"interleave/server/internal/exercise"
	"interleave/server/internal/report"
	"interleave/server/internal/session"
)

// A command answers workspace/executeCommand: one JSON object in, one out.
type command func(s *server, ctx context.Context, sn snapshot, arguments json.RawMessage) (any, error)

// commands are the server's commands. VS Code's command names are global, so
// they carry "server" to differ from the extension's.
var commands = map[string]command{
	"interleave.server.witness":          with((*server).commandWitness),
	"interleave.server.course":           with((*server).commandCourse),
	"interleave.server.startCourse":      with((*server).commandStartCourse),
	"interleave.server.lesson":           with((*server).commandLesson),
	"interleave.server.check":            with((*server).commandCheck),
	"interleave.server.hint":             with((*server).commandHint),
	"interleave.server.openLesson":       with((*server).commandOpenLesson),
	"interleave.server.showInterleaving": with((*server).commandShowInterleaving),
}

func commandNames() []string { return slices.Sorted(maps.Keys(commands)) }

// with decodes a command's argument.
func with[In any](run func(*server, context.Context, snapshot, In) (any, error)) command {
	return func(s *server, ctx context.Context, sn snapshot, arguments json.RawMessage) (any, error) {
		var in In
		if len(arguments) > 0 {
			if err := json.Unmarshal(arguments, &in); err != nil {
				return nil, invalid("the command's argument: %v", err)
			}
		}
		return run(s, ctx, sn, in)
	}
}

func (s *server) executeCommand(_ context.Context, params json.RawMessage) (answer, error) {
	p, err := decode[protocol.ExecuteCommandParams](params)
	if err != nil {
		return nil, err
	}
	run, ok := commands[p.Command]
	if !ok {
		return nil, invalid("no command %q; the commands are %s", p.Command, strings.Join(commandNames(), ", "))
	}
	var argument json.RawMessage
	if len(p.Arguments) > 0 {
		argument = json.RawMessage(p.Arguments[0])
	}
	sn := s.snapshot()
	return func(ctx context.Context) (any, error) {
		result, err := run(s, ctx, sn, argument)
		if err != nil || result == nil {
			return nil, err
		}
		raw, err := json.Marshal(result)
		return protocol.LSPAny(raw), err
	}, nil
}

// showInterleaving names a report's interleaving.
type showInterleaving struct {
	URI     string `json:"uri"`
	Witness string `json:"witness"`
}

// find returns the report with an interleaving's id, when the text still tells it.
func (s *server) find(ctx context.Context, sn snapshot, in showInterleaving) (session.Report, error) {
	key := keyOf(in.URI)
	if _, ok := sn.docs[key]; !ok {
		return session.Report{}, invalid("%s is not open", in.URI)
	}
	reports, err := s.reports(ctx, sn, key)
	if err != nil {
		return session.Report{}, err
	}
	for _, r := range reports {
		if r.ID == in.Witness {
			return r, nil
		}
	}
	return session.Report{}, &jsonrpc2.Error{
		Code:    int64(protocol.CodeContentModified),
		Message: "the text has changed since, and this interleaving is no longer in it",
	}
}

func (s *server) commandWitness(ctx context.Context, sn snapshot, in showInterleaving) (any, error) {
	r, err := s.find(ctx, sn, in)
	if err != nil {
		return nil, err
	}
	w := r.Witness
	if w == nil {
		w = &witness.Witness{FormatVersion: witness.FormatVersion}
	}
	return struct {
		*witness.Witness
		Rule       rules.Name       `json:"rule"`
		Message    string           `json:"message"`
		Confidence rules.Confidence `json:"confidence"`
		Text       string           `json:"text"`
	}{w, r.Rule.Name, r.Message, r.Confidence, report.Columns(r.Witness)}, nil
}

func (s *server) commandShowInterleaving(ctx context.Context, sn snapshot, in showInterleaving) (any, error) {
	r, err := s.find(ctx, sn, in)
	if err != nil {
		return nil, err
	}
	text := r.Text() + "\n\n" + report.Columns(r.Witness)
	file, err := diskcache.WriteFile("interleavings", r.ID+".txt", []byte(text))
	if err != nil {
		return nil, err
	}
	return s.show(ctx, sn, string(uriOf(file)))
}

// openLesson names a place in a lesson.
type openLesson struct {
	URI    string `json:"uri"`
	Anchor string `json:"anchor"`
	Rule   string `json:"rule"`
}

func (s *server) commandOpenLesson(ctx context.Context, sn snapshot, in openLesson) (any, error) {
	target, _, _ := strings.Cut(in.URI, "#") // most editors look for a file of that name
	if target == "" {
		rule, ok := rules.Lookup(rules.Name(in.Rule))
		if !ok {
			return nil, invalid("no rule %q", in.Rule)
		}
		file, err := s.lessonFile(sn, stage{}, string(rule.Lesson))
		if err != nil {
			return nil, err
		}
		target = string(uriOf(file))
	}
	return s.show(ctx, sn, target)
}

// show opens a document in the editor.
func (s *server) show(ctx context.Context, sn snapshot, target string) (any, error) {
	if !sn.client.showDocument {
		s.notify("window/showMessage", &protocol.ShowMessageParams{Type: protocol.MessageTypeInfo, Message: target})
		return map[string]any{"uri": target, "shown": false}, nil
	}
	var result protocol.ShowDocumentResult
	params := map[string]any{"uri": target, "takeFocus": true}
	raw, err := json.Marshal(params)
	if err != nil {
		return nil, err
	}
	if err := s.call(ctx, "window/showDocument", protocol.LSPAny(raw), &result); err != nil {
		return nil, err
	}
	return map[string]any{"uri": target, "shown": result.Success}, nil
}

// rootArgument names a copy of the course by path or URI.
type rootArgument struct {
	Root     string `json:"root"`
	Exercise string `json:"exercise"`
}

// copyOf opens the copy that an argument or the setting names.
func (sn snapshot) copyOf(root string) (*exercise.Copy, error) {
	if root = keyOf(root); root == "" {
		root = sn.config.courseRoot
	}
	if root == "" {
		return nil, invalid("no course folder is set")
	}
	if !filepath.IsAbs(root) {
		return nil, invalid("the course folder %q is not an absolute path", root)
	}
	return exercise.Open(root)
}

func (sn snapshot) exerciseOf(in rootArgument) (*exercise.Copy, lessons.Exercise, error) {
	copied, err := sn.copyOf(in.Root)
	if err != nil {
		return nil, lessons.Exercise{}, err
	}
	e, ok := copied.Course.Exercise(in.Exercise)
	if !ok {
		return nil, e, invalid("the course has no exercise %q", in.Exercise)
	}
	return copied, e, nil
}

// The answer of interleave.server.course.
type (
	courseAnswer struct {
		Root    string         `json:"root"`
		Title   string         `json:"title"`
		Lessons []lessonAnswer `json:"lessons"`
	}
	lessonAnswer struct {
		Dir       string           `json:"dir"`
		Title     string           `json:"title"`
		Readme    string           `json:"readme"`
		Exercises []exerciseAnswer `json:"exercises"`
	}
	exerciseAnswer struct {
		Name    string         `json:"name"`
		Title   string         `json:"title"`
		Minutes int            `json:"minutes"`
		Dir     string         `json:"dir"`
		Main    string         `json:"main"`
		State   exercise.State `json:"state"`
		Rules   []string       `json:"rules"`
	}
)

func (s *server) commandCourse(_ context.Context, sn snapshot, in rootArgument) (any, error) {
	course, err := exercise.Embedded()
	if err != nil {
		return nil, err
	}
	result := courseAnswer{Title: course.Title, Lessons: []lessonAnswer{}}
	copied, err := sn.copyOf(in.Root)
	if err != nil {
		copied = nil // there is none yet: the course as it is embedded
	}
	var progress exercise.Progress
	if copied != nil {
		result.Root = copied.Root
		if progress, err = copied.Progress(); err != nil {
			return nil, err
		}
	}
	for _, l := range course.Lessons {
		item := lessonAnswer{Dir: l.Dir, Title: l.Title, Exercises: []exerciseAnswer{}}
		if file, err := s.lessonFile(sn, stage{copied: copied}, l.Dir); err == nil {
			item.Readme = string(uriOf(file))
		}
		for _, e := range l.Exercises {
			ex := exerciseAnswer{Name: e.Name, Title: e.Title, Minutes: e.Minutes, State: exercise.New, Rules: append([]string{}, e.Rules...)}
			if copied != nil {
				ex.Dir = string(uriOf(copied.Dir(e)))
				ex.Main = string(uriOf(copied.Main(e)))
				ex.State = copied.StateOf(progress, e, sn.read)
			}
			item.Exercises = append(item.Exercises, ex)
		}
		result.Lessons = append(result.Lessons, item)
	}
	return result, nil
}

func (s *server) commandStartCourse(_ context.Context, _ snapshot, in rootArgument) (any, error) {
	root := keyOf(in.Root)
	if !filepath.IsAbs(root) {
		return nil, invalid("name the folder for the course with an absolute path, not %q", in.Root)
	}
	copied, _, err := exercise.Make(root)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	s.config.courseRoot = copied.Root
	s.mu.Unlock()
	result := map[string]string{"root": copied.Root, "open": string(uriOf(filepath.Join(copied.Root, "README.md"))), "firstExercise": ""}
	e, ok, err := copied.FirstUnsolved()
	if err != nil {
		return nil, err
	}
	if ok {
		result["firstExercise"] = string(uriOf(copied.Main(e)))
	}
	return result, nil
}

func (s *server) commandLesson(_ context.Context, sn snapshot, in struct {
	Rule   string `json:"rule"`
	Lesson string `json:"lesson"`
}) (any, error) {
	dir, anchor := in.Lesson, ""
	if in.Rule != "" {
		rule, ok := rules.Lookup(rules.Name(in.Rule))
		if !ok {
			return nil, invalid("no rule %q", in.Rule)
		}
		dir, anchor = string(rule.Lesson), string(rule.Name)
	}
	course, err := exercise.Embedded()
	if err != nil {
		return nil, err
	}
	lesson, ok := course.Lesson(dir)
	if !ok {
		return nil, invalid("no lesson %q", dir)
	}
	markdown, err := fs.ReadFile(lessons.FS(), dir+"/README.md")
	if err != nil {
		return nil, err
	}
	file, err := s.lessonFile(sn, stage{}, dir)
	if err != nil {
		return nil, err
	}
	return map[string]string{"title": lesson.Title, "markdown": string(markdown), "uri": string(uriOf(file)), "anchor": anchor}, nil
}

func (s *server) commandCheck(ctx context.Context, sn snapshot, in rootArgument) (any, error) {
	copied, e, err := sn.exerciseOf(in)
	if err != nil {
		return nil, err
	}
	sess, err := s.opened(ctx)
	if err != nil {
		return nil, err
	}
	checker := exercise.Checker{Tools: s.tools, Session: sess, Buffers: sn.buffers}
	result, err := checker.Check(ctx, copied, e)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	s.checked[e.Name] = true
	s.mu.Unlock()
	s.recheckAll()
	return result, nil
}

func (s *server) commandHint(_ context.Context, sn snapshot, in rootArgument) (any, error) {
	copied, e, err := sn.exerciseOf(in)
	if err != nil {
		return nil, err
	}
	hint, err := copied.NextHint(e)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("the exercise %s has no hints", e.Name)
	}
	if err != nil {
		return nil, err
	}
	return map[string]any{"rung": hint.Rung, "of": hint.Of, "markdown": hint.Markdown}, nil
}
