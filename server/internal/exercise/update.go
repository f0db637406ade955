package exercise

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/pelletier/go-toml/v2"

	"interleave/lessons"
)

// given is the file in which a copy keeps what the course gave it: by that an update knows what the learner has
// edited.
type given struct {
	FormatVersion int               `toml:"format_version"`
	Files         map[string]string `toml:"files"` // slash-separated path -> SHA-256 of the text, without what editors change on their own
}

const givenVersion = 1

func (c *Copy) givenFile() string { return filepath.Join(c.Root, ".interleave", "given.toml") }

// An Updated says what an update did to a copy's files, as slash-separated paths below its root, sorted.
type Updated struct {
	Replaced []string // were as the course gave them, and are new now
	Added    []string // were not there
	Kept     []string // are the learner's own by now, and would be different in the new course
}

// Update brings a copy up to the course of this program. Files that are as they were given are replaced, files
// that the learner has edited never are, and what the course no longer has stays where it is. Progress is kept by the
// names of exercises and is not touched. A copy that was interrupted in an update can be updated again.
func (c *Copy) Update() (Updated, error) {
	unlock, err := c.lock()
	if err != nil {
		return Updated{}, err
	}
	defer unlock()
	last, err := c.readGiven()
	if err != nil {
		return Updated{}, err
	}
	var done Updated
	err = eachFile(func(name string, text []byte) error {
		target := filepath.Join(c.Root, filepath.FromSlash(name))
		now, err := os.ReadFile(target)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			done.Added = append(done.Added, name)
			if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
				return err
			}
		case err != nil:
			return err
		case normal(now) == normal(text):
			return nil
		case sum(now) != last.Files[name]:
			done.Kept = append(done.Kept, name)
			return nil
		default:
			done.Replaced = append(done.Replaced, name)
		}
		return replaceFile(target, text)
	})
	if err != nil {
		return done, err
	}
	slices.Sort(done.Replaced)
	slices.Sort(done.Added)
	slices.Sort(done.Kept)
	return done, writeGiven(c.Root)
}

// readGiven reads what the course gave to a copy. Of one that was made before this was kept nothing is known: then
// only what is as the course has it now counts as untouched.
func (c *Copy) readGiven() (given, error) {
	var g given
	text, err := os.ReadFile(c.givenFile())
	if errors.Is(err, fs.ErrNotExist) {
		return g, nil
	}
	if err != nil {
		return g, err
	}
	if err := toml.Unmarshal(text, &g); err != nil || g.FormatVersion < 1 {
		return given{}, nil // damaged: nothing is overwritten for that
	}
	if g.FormatVersion > givenVersion {
		return given{}, fmt.Errorf("%s was written by a newer Interleave: use the newer one", c.givenFile())
	}
	return g, nil
}

// writeGiven notes in the copy at root what the course of this program gives.
func writeGiven(root string) error {
	g := given{FormatVersion: givenVersion, Files: make(map[string]string)}
	err := eachFile(func(name string, text []byte) error {
		g.Files[name] = sum(text)
		return nil
	})
	if err != nil {
		return err
	}
	var b bytes.Buffer
	b.WriteString("# What the course gave, so that an update knows your edits. Interleave writes this file.\n")
	if err := toml.NewEncoder(&b).Encode(g); err != nil {
		return err
	}
	file := (&Copy{Root: root}).givenFile()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return replaceFile(file, b.Bytes())
}

// sum identifies a text, whatever editors change on their own.
func sum(text []byte) string {
	h := sha256.Sum256([]byte(normal(text)))
	return hex.EncodeToString(h[:])
}

// eachFile calls a function for each file that a copy has of the course, and its text.
func eachFile(visit func(name string, text []byte) error) error {
	source := lessons.FS()
	return fs.WalkDir(source, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case hidden(name) && d.IsDir():
			return fs.SkipDir
		case hidden(name) || d.IsDir():
			return nil
		}
		text, err := fs.ReadFile(source, name)
		if err != nil {
			return err
		}
		if name == "README.md" {
			text = forAuthors.ReplaceAll(text, nil)
		}
		return visit(name, text)
	})
}
