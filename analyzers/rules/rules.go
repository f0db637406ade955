// Package rules is the catalogue of everything Interleave can report.
//
// One Rule per rule: its name is the diagnostic's code, the file name of its
// page (NAME.md beside this file) and the anchor in its lesson. README table,
// hover, explain and every report format read this catalogue and nothing else.
//
// The package holds words about rules. It detects nothing, and it knows neither
// LSP nor the text of the lessons: it names a lesson by its folder only.
package rules

import (
	"embed"
	"fmt"
	"slices"
	"strings"
)

// A Name identifies a rule, for example "unlocked-field".
type Name string

// A Lesson is the folder name of a lesson of the course, for example
// "04_race_conditions".
type Lesson string

// The lessons of the course.
const (
	Goroutines      Lesson = "01_goroutines"
	Synchronization Lesson = "02_synchronization"
	Async           Lesson = "03_async"
	RaceConditions  Lesson = "04_race_conditions"
	Deadlocks       Lesson = "05_deadlocks"
	Parallelism     Lesson = "06_parallelism"
)

// Confidence says how sure a report is. The zero value is Hint, the weakest.
type Confidence int

const (
	// Hint is a teaching note, shown in learner mode only.
	Hint Confidence = iota
	// Likely means that the bad schedule exists under a driver that the
	// analysis supposed, or that evidence speaks for a broken contract.
	Likely
	// Certain means that a bad schedule was found in a closed program taken
	// from the code, or that the code is wrong by its form.
	Certain
)

// String returns "hint", "likely" or "certain".
func (c Confidence) String() string {
	switch c {
	case Hint:
		return "hint"
	case Likely:
		return "likely"
	case Certain:
		return "certain"
	}
	return fmt.Sprintf("Confidence(%d)", int(c))
}

// MarshalText encodes c as its String.
func (c Confidence) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText is the inverse of MarshalText; it refuses any other text.
func (c *Confidence) UnmarshalText(text []byte) error {
	for _, known := range []Confidence{Hint, Likely, Certain} {
		if string(text) == known.String() {
			*c = known
			return nil
		}
	}
	return fmt.Errorf("unknown confidence %q: want hint, likely or certain", text)
}

// A Rule describes one kind of report.
type Rule struct {
	Name     Name       // the diagnostic's code
	Analyzer string     // name of the go/analysis pass that reports it
	Title    string     // a short headline, without a final full stop
	Summary  string     // one sentence for tables: what goes wrong
	Lesson   Lesson     // the lesson that explains it; the anchor there is Name
	Best     Confidence // the best confidence that a report of this rule can have
}

// Anchor returns the place that explains the rule, relative to the root of
// the course: "04_race_conditions/README.md#unlocked-field".
func (r Rule) Anchor() string {
	return string(r.Lesson) + "/README.md#" + string(r.Name)
}

//go:embed *.md
var pages embed.FS

// Page returns the rule's page as Markdown: bad code, the interleaving, why,
// the fix, and when the tool stays silent.
func (r Rule) Page() string {
	page, err := pages.ReadFile(string(r.Name) + ".md")
	if err != nil {
		panic("rules: rule without a page: " + err.Error()) // held by a test
	}
	return string(page)
}

// All returns the rules in the order of the catalogue. The caller owns the slice.
func All() []Rule { return slices.Clone(catalogue) }

// Lookup returns the rule with this name, and whether there is one.
func Lookup(name Name) (Rule, bool) {
	for _, r := range catalogue {
		if r.Name == name {
			return r, true
		}
	}
	return Rule{}, false
}

// Must returns the rule with this name and panics if there is none; it is for
// analyzers, which name rules of their own source.
func Must(name Name) Rule {
	r, ok := Lookup(name)
	if !ok {
		panic("rules: no rule named " + string(name))
	}
	return r
}

// A Selection says which rules are on. Its zero value selects all of them.
// It implements flag.Value: "-rules=-abandoned-send" switches one rule off,
// "-rules=unlocked-field,lock-order-instances" leaves only those two on.
type Selection struct {
	only map[Name]bool // nil: all
	off  map[Name]bool
}

// Set parses a comma-separated list of rule names; a name with a leading '-'
// switches that rule off. An unknown name is an error that lists the known ones.
// Set replaces what was set before.
func (s *Selection) Set(text string) error {
	var parsed Selection
	for item := range strings.SplitSeq(text, ",") {
		item = strings.TrimSpace(item)
		if item == "" {
			continue
		}
		plain, off := strings.CutPrefix(item, "-")
		if _, ok := Lookup(Name(plain)); !ok {
			return fmt.Errorf("unknown rule %q; the rules are %s", plain, strings.Join(names(), ", "))
		}
		chosen := &parsed.only
		if off {
			chosen = &parsed.off
		}
		if *chosen == nil {
			*chosen = make(map[Name]bool)
		}
		(*chosen)[Name(plain)] = true
	}
	*s = parsed
	return nil
}

// String returns the selection in the syntax of Set, in the catalogue's order.
func (s *Selection) String() string {
	if s == nil {
		return ""
	}
	var items []string
	for _, r := range catalogue {
		if s.only[r.Name] {
			items = append(items, string(r.Name))
		}
		if s.off[r.Name] {
			items = append(items, "-"+string(r.Name))
		}
	}
	return strings.Join(items, ",")
}

// Has reports whether the rule is on.
func (s *Selection) Has(name Name) bool {
	if s == nil {
		return true
	}
	return !s.off[name] && (s.only == nil || s.only[name])
}

func names() []string {
	list := make([]string, len(catalogue))
	for i, r := range catalogue {
		list[i] = string(r.Name)
	}
	return list
}
