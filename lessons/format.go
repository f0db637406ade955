package lessons

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// FormatVersion is the version of the course format that this package reads. It
// grows when a reader of the previous version would misread a course.
const FormatVersion = 1

// A FormatError is one thing that is wrong with a course, said so that its
// author can put it right.
type FormatError struct {
	File string // from the course's root
	Line int    // from 1; 0 where no line is meant
	Key  string // the TOML key, "" where none is meant
	What string // what is wrong
	Do   string // what to do about it
}

// Error returns "FILE:LINE: KEY: WHAT; DO", without the parts that are empty.
func (e *FormatError) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	b.WriteString(": ")
	if e.Key != "" {
		b.WriteString(e.Key + ": ")
	}
	b.WriteString(e.What)
	if e.Do != "" {
		b.WriteString("; " + e.Do)
	}
	return b.String()
}

// courseFile is interleave.toml.
type courseFile struct {
	ID      string   `toml:"id"`
	Version string   `toml:"version"`
	Format  int      `toml:"format"`
	Title   string   `toml:"title"`
	Lessons []string `toml:"lessons"`
}

// exerciseFile is exercise.toml.
type exerciseFile struct {
	FormatVersion int      `toml:"format_version"`
	Name          string   `toml:"name"`
	Title         string   `toml:"title"`
	Topic         string   `toml:"topic"`
	Order         int      `toml:"order"`
	Minutes       int      `toml:"minutes"`
	Rules         []string `toml:"rules"`
	Checks        []string `toml:"checks"`
	Concurrent    []string `toml:"concurrent"`
	Show          string   `toml:"show"`
}

// wrongFile is wrong/NAME/wrong.toml.
type wrongFile struct {
	FormatVersion int             `toml:"format_version"`
	Idea          string          `toml:"idea"`
	Why           string          `toml:"why"`
	Rejected      []rejectionFile `toml:"rejected"`
}

type rejectionFile struct {
	Check string `toml:"check"`
	Words string `toml:"words"`
}

// ExerciseKeys lists the keys of exercise.toml.
func ExerciseKeys() []string { return strings.Split(keysOf((*exerciseFile)(nil)), ", ") }

// keysOf lists what a file may say, for the advice on an unknown key.
func keysOf(into any) string {
	switch into.(type) {
	case *courseFile:
		return "id, version, format, title, lessons"
	case *exerciseFile:
		return "format_version, name, title, topic, order, minutes, rules, checks, concurrent, show"
	case *wrongFile:
		return "format_version, idea, why, and [[rejected]] with check and words"
	}
	panic("lessons: no keys known for this file")
}

// decode reads one TOML file strictly: a key that the format does not know is
// an error, since it is nearly always a misspelt one. The errors are FormatErrors.
func decode(fsys fs.FS, file string, into any) error {
	text, err := fs.ReadFile(fsys, file)
	if err != nil {
		return unreadable(file, err)
	}
	err = toml.NewDecoder(bytes.NewReader(text)).DisallowUnknownFields().Decode(into)
	if strict, ok := errors.AsType[*toml.StrictMissingError](err); ok {
		var all []error
		for i := range strict.Errors {
			row, _ := strict.Errors[i].Position()
			all = append(all, &FormatError{
				File: file, Line: row, Key: strings.Join(strict.Errors[i].Key(), "."),
				What: "unknown key",
				Do:   "the keys are " + keysOf(into),
			})
		}
		return errors.Join(all...)
	}
	if bad, ok := errors.AsType[*toml.DecodeError](err); ok {
		row, _ := bad.Position()
		return &FormatError{
			File: file, Line: row, Key: strings.Join(bad.Key(), "."),
			What: strings.TrimPrefix(bad.Error(), "toml: "),
			Do:   "correct the TOML; the keys are " + keysOf(into),
		}
	}
	if err != nil {
		return &FormatError{File: file, What: err.Error(), Do: "correct the TOML"}
	}
	return nil
}

func unreadable(file string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &FormatError{File: file, What: "file is missing", Do: "write it"}
	}
	return &FormatError{File: file, What: "cannot be read: " + err.Error(), Do: "check the file's permissions"}
}
