package lessons

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// A Question is one question of a lesson's quiz.
type Question struct {
	Title   string // the heading, with its number
	Text    string // what is asked, as Markdown; may hold code
	Options []Option
}

// An Option is one answer. A wrong one says which misconception it shows, a
// right one may say why it is right.
type Option struct {
	Text  string // Markdown
	Right bool
	Note  string // what stands after the dash; Markdown
}

// Quiz returns the questions of a lesson; none if it has no quiz.md. The file
// reads as plain Markdown: a heading of level 2 for each question, its text, and
// a list of options written as "- [x] right" and "- [ ] wrong — the misconception".
// An option may go on over indented lines.
func Quiz(fsys fs.FS, lessonDir string) ([]Question, error) {
	file := path.Join(lessonDir, quizFile)
	source, err := fs.ReadFile(fsys, file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, unreadable(file, err)
	}
	return parseQuiz(file, source)
}

func parseQuiz(file string, source []byte) ([]Question, error) {
	p := parsePage(source)
	var questions []Question
	var errs []error
	for i, s := range p.sections {
		if s.level != 2 {
			continue
		}
		q := parseQuestion(s.title, p.sectionText(i))
		line := 1 + strings.Count(string(p.text[:s.heading]), "\n")
		if err := q.check(file, line); err != nil {
			errs = append(errs, err)
		}
		questions = append(questions, q)
	}
	if len(questions) == 0 {
		errs = append(errs, &FormatError{File: file, What: "no questions", Do: "write each under a heading that begins with ##"})
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return questions, nil
}

func parseQuestion(title, markdown string) Question {
	q := Question{Title: title}
	var asked []string
	_, body, _ := strings.Cut(markdown, "\n") // without the heading
	fenced := false
	for line := range strings.Lines(body) {
		line = strings.TrimRight(line, " \n")
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			fenced = !fenced
		}
		right := strings.HasPrefix(line, "- [x] ")
		option := right || strings.HasPrefix(line, "- [ ] ")
		switch {
		case option && !fenced:
			q.Options = append(q.Options, Option{Text: line[len("- [x] "):], Right: right})
		case len(q.Options) > 0 && strings.HasPrefix(line, "  "):
			last := &q.Options[len(q.Options)-1]
			last.Text += "\n" + strings.TrimSpace(line)
		case len(q.Options) == 0:
			asked = append(asked, line)
		}
	}
	for i := range q.Options {
		if text, note, ok := strings.Cut(q.Options[i].Text, " — "); ok {
			q.Options[i].Text, q.Options[i].Note = text, note
		}
	}
	q.Text = strings.TrimSpace(strings.Join(asked, "\n"))
	return q
}

func (q Question) check(file string, line int) error {
	wrong := func(what, do string) error {
		return &FormatError{File: file, Line: line, What: fmt.Sprintf("question %q: %s", q.Title, what), Do: do}
	}
	if q.Text == "" {
		return wrong("nothing is asked", "write the question below the heading")
	}
	if len(q.Options) < 2 {
		return wrong(fmt.Sprintf("%d options", len(q.Options)), "write at least two, as `- [x] right` and `- [ ] wrong — why`")
	}
	right := 0
	for _, o := range q.Options {
		if o.Right {
			right++
		} else if o.Note == "" {
			return wrong(fmt.Sprintf("the wrong option %q names no misconception", o.Text), "add it after a dash: ` — ...`")
		}
	}
	if right == 0 {
		return wrong("no right option", "mark it with [x]")
	}
	return nil
}
