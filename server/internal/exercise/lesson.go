package exercise

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"

	"interleave/analyzers/rules"
	"interleave/lessons"
	"interleave/server/internal/diskcache"
)

// LessonTitle returns the heading of the lesson that explains a rule.
func LessonTitle(rule rules.Rule) string {
	if course, err := Embedded(); err == nil {
		if l, ok := course.Lesson(string(rule.Lesson)); ok {
			return l.Title
		}
	}
	return rule.Title
}

// LessonFile returns the README of a lesson on disk: in the learner's copy,
// else an extract in the user's cache. The copy may be nil. The extract's folder
// is named by its content, so that two versions of the program do not disturb
// each other.
func LessonFile(c *Copy, dir string) (string, error) {
	if c != nil {
		file := filepath.Join(c.Root, dir, "README.md")
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
			return file, nil
		}
	}
	text, err := fs.ReadFile(lessons.FS(), dir+"/README.md")
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return diskcache.WriteFile(filepath.Join("lessons", hex.EncodeToString(sum[:6]), dir), "README.md", text)
}
