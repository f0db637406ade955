package lsp

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"go.lsp.dev/uri"

	"interleave/analyzers/rules"
	"interleave/lessons"
	"interleave/server/internal/diskcache"
	"interleave/server/internal/exercise"
)

// lessonTitle returns the heading of the lesson that explains a rule.
func lessonTitle(rule rules.Rule) string {
	if course, err := exercise.Embedded(); err == nil {
		if l, ok := course.Lesson(string(rule.Lesson)); ok {
			return l.Title
		}
	}
	return rule.Title
}

// lessonLink returns the file and anchor that explain a rule: in the copy
// around the document, in the learner's copy, else in an extract in the user's
// cache. It is empty when there is no place to write the extract to.
func (s *server) lessonLink(sn snapshot, st stage, rule rules.Rule) uri.URI {
	file, err := s.lessonFile(sn, st, string(rule.Lesson))
	if err != nil {
		s.log.Printf("lesson %s: %v", rule.Lesson, err)
		return ""
	}
	return uri.URI(string(uriOf(file)) + "#" + string(rule.Name))
}

// lessonFile returns the README of a lesson on disk.
func (s *server) lessonFile(sn snapshot, st stage, dir string) (string, error) {
	copied := st.copied
	if copied == nil && sn.config.courseRoot != "" {
		copied, _ = exercise.Open(sn.config.courseRoot) // no copy: the extract serves
	}
	if copied != nil {
		file := filepath.Join(copied.Root, dir, "README.md")
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
			return file, nil
		}
	}
	return extract(dir)
}

// extract writes the README of a lesson into the user's cache. Its folder is
// named by its content, so that two versions of the program do not disturb
// each other.
func extract(dir string) (string, error) {
	text, err := fs.ReadFile(lessons.FS(), dir+"/README.md")
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return writeCached(filepath.Join("lessons", hex.EncodeToString(sum[:6]), dir), "README.md", text)
}

// writeCached puts a file into the user's cache, unless it is there.
func writeCached(dir, name string, text []byte) (string, error) {
	root, err := diskcache.Root()
	if err != nil {
		return "", err
	}
	dir = filepath.Join(root, dir)
	file := filepath.Join(dir, name)
	if info, err := os.Stat(file); err == nil && info.Size() == int64(len(text)) {
		return file, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	temp, err := os.CreateTemp(dir, ".new-*")
	if err != nil {
		return "", err
	}
	_, err = temp.Write(text)
	err = errors.Join(err, temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), file)
	}
	if err != nil {
		_ = os.Remove(temp.Name())
		return "", err
	}
	return file, nil
}
