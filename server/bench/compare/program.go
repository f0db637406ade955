package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"interleave/analyzers/rules"
)

// A program is one package of an analyzer's tests.
type program struct {
	dir    string // absolute
	family string // the analyzer's folder
	hints  bool   // teaching notes are expected as well
	bugs   []bug  // none in a correct program
}

// A bug is a line on which a report of a rule is wanted.
type bug struct {
	line
	rule rules.Name
}

// A line is a place.
type line struct {
	file   string // absolute
	number int
}

// readPrograms reads the packages below a folder with an analyzer's tests.
func readPrograms(root, family string) ([]program, error) {
	var programs []program
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		files, err := filepath.Glob(filepath.Join(path, "*.go"))
		if err != nil || len(files) == 0 {
			return err
		}
		p := program{dir: path, family: family, hints: filepath.Base(filepath.Dir(path)) == "hints"}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			p.bugs = append(p.bugs, wanted(file, string(text))...)
		}
		programs = append(programs, p)
		return nil
	})
	return programs, err
}

var (
	wantComment = regexp.MustCompile(`// want (\+\d+ )?(.*)`)
	ruleInWant  = regexp.MustCompile(`\(([a-z-]+)\\\)`)
)

// wanted reads the want comments of a file. Each of the expected messages ends in
// the name of its rule.
func wanted(file, text string) (bugs []bug) {
	for i, source := range strings.Split(text, "\n") {
		want := wantComment.FindStringSubmatch(source)
		if want == nil {
			continue
		}
		at := line{file, i + 1}
		if offset, err := strconv.Atoi(strings.TrimSpace(want[1])); err == nil {
			at.number += offset
		}
		for _, m := range ruleInWant.FindAllStringSubmatch(want[2], -1) {
			if _, known := rules.Lookup(rules.Name(m[1])); known {
				bugs = append(bugs, bug{at, rules.Name(m[1])})
			}
		}
	}
	return bugs
}
