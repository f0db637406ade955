package exercise

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/pelletier/go-toml/v2"

	"interleave/lessons"
)

// A State says how far a learner is with an exercise.
type State string

const (
	New     State = "new"
	Started State = "started"
	Solved  State = "solved"
)

// progressVersion is the version of the progress file. It grows when a reader
// of the previous version would misread it.
const progressVersion = 1

// Progress is the progress file: plain text, keyed by the exercise's name.
type Progress struct {
	FormatVersion int                 `toml:"format_version"`
	Exercises     map[string]Standing `toml:"exercises"`
}

// A Standing is the progress of one exercise.
type Standing struct {
	Solved bool `toml:"solved"`
	Hints  int  `toml:"hints"` // how many were opened
}

func (c *Copy) progressFile() string { return filepath.Join(c.Root, ".interleave", "progress.toml") }

// Progress reads the learner's progress. A missing file is an empty progress;
// one that cannot be understood is set aside under another name, not lost.
func (c *Copy) Progress() (Progress, error) {
	unlock, err := c.lock()
	if err != nil {
		return Progress{}, err
	}
	defer unlock()
	return c.readProgress()
}

func (c *Copy) readProgress() (Progress, error) {
	empty := Progress{FormatVersion: progressVersion, Exercises: make(map[string]Standing)}
	data, err := os.ReadFile(c.progressFile())
	if errors.Is(err, fs.ErrNotExist) {
		return empty, nil
	}
	if err != nil {
		return empty, err
	}
	var p Progress
	if err := toml.Unmarshal(data, &p); err != nil || p.FormatVersion < 1 {
		aside := fmt.Sprintf("%s.damaged-%d", c.progressFile(), time.Now().UnixNano())
		return empty, os.Rename(c.progressFile(), aside)
	}
	if p.FormatVersion > progressVersion {
		return empty, fmt.Errorf("%s was written by a newer Interleave (format %d, this one reads %d): use the newer one", c.progressFile(), p.FormatVersion, progressVersion)
	}
	if p.Exercises == nil {
		p.Exercises = empty.Exercises
	}
	return p, nil
}

// update changes the standing of one exercise; two processes do not overwrite
// each other's changes.
func (c *Copy) update(name string, change func(*Standing)) (Standing, error) {
	unlock, err := c.lock()
	if err != nil {
		return Standing{}, err
	}
	defer unlock()
	p, err := c.readProgress()
	if err != nil {
		return Standing{}, err
	}
	before := p.Exercises[name]
	standing := before
	change(&standing)
	if standing == before {
		return standing, nil
	}
	p.Exercises[name] = standing
	var b bytes.Buffer
	b.WriteString("# Your progress in the course. Interleave writes this file.\n")
	if err := toml.NewEncoder(&b).Encode(p); err != nil {
		return Standing{}, err
	}
	return standing, replaceFile(c.progressFile(), b.Bytes())
}

// replaceFile writes a file so that a reader sees the old text or the new one.
func replaceFile(path string, data []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = temp.Write(data)
	err = errors.Join(err, temp.Sync(), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		_ = os.Remove(temp.Name())
	}
	return err
}

// lock keeps other processes away from the progress until unlock is called.
func (c *Copy) lock() (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Dir(c.progressFile()), 0o755); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(filepath.Join(c.Root, ".interleave", "lock"), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	if err := lockFile(file); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return func() { _ = file.Close() }, nil // closing unlocks
}

// StateOf returns how far the learner is with an exercise.
func (c *Copy) StateOf(p Progress, e lessons.Exercise, read func(string) ([]byte, error)) State {
	standing := p.Exercises[e.Name]
	switch {
	case standing.Solved:
		return Solved
	case standing.Hints > 0 || !c.Untouched(e, read):
		return Started
	}
	return New
}

// FirstUnsolved returns the first exercise that is not solved, or false when
// all are.
func (c *Copy) FirstUnsolved() (lessons.Exercise, bool, error) {
	p, err := c.Progress()
	if err != nil {
		return lessons.Exercise{}, false, err
	}
	for _, e := range c.Course.Exercises() {
		if !p.Exercises[e.Name].Solved {
			return e, true, nil
		}
	}
	return lessons.Exercise{}, false, nil
}

// A Hint is one rung of the ladder.
type Hint struct {
	Rung, Of int
	Markdown string
}

// NextHint opens the next hint of an exercise, or gives the last one again.
func (c *Copy) NextHint(e lessons.Exercise) (Hint, error) {
	hints, err := lessons.Hints(lessons.FS(), e)
	if err != nil {
		return Hint{}, err
	}
	standing, err := c.update(e.Name, func(s *Standing) { s.Hints = min(s.Hints+1, len(hints)) })
	if err != nil {
		return Hint{}, err
	}
	return Hint{Rung: standing.Hints, Of: len(hints), Markdown: hints[standing.Hints-1]}, nil
}
