package lsp

import (
	"go.lsp.dev/uri"

	"interleave/analyzers/rules"
	"interleave/server/internal/exercise"
)

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
	return exercise.LessonFile(copied, dir)
}
