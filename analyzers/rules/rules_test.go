package rules_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"interleave/analyzers"
	"interleave/analyzers/rules"
)

func TestEveryRuleHasAPageWithItsSections(t *testing.T) {
	for _, r := range rules.All() {
		page := r.Page()
		if !strings.Contains(page, "\n# "+string(r.Name)+"\n") {
			t.Errorf("%s: the page has no heading with the rule's name", r.Name)
		}
		at := 0
		for _, section := range []string{"```go", "## The interleaving", "## Why", "## The fix", "```go", "## How sure the report is", "## When it stays silent"} {
			i := strings.Index(page[at:], section)
			if i < 0 {
				t.Errorf("%s: the page has no %q in its place", r.Name, section)
				break
			}
			at += i + len(section)
		}
		if strings.Count(page, "```")%2 != 0 {
			t.Errorf("%s: a fence is not closed", r.Name)
		}
	}
}

func TestEveryRuleBelongsToAnAnalyzerOfTheSuite(t *testing.T) {
	var suite []string
	for _, a := range analyzers.All() {
		suite = append(suite, a.Name)
		if !slices.ContainsFunc(rules.All(), func(r rules.Rule) bool { return r.Analyzer == a.Name }) {
			t.Errorf("analyzer %s has no rule", a.Name)
		}
	}
	for _, r := range rules.All() {
		if !slices.Contains(suite, r.Analyzer) {
			t.Errorf("%s: no analyzer named %q", r.Name, r.Analyzer)
		}
	}
}

func TestEveryRuleStandsInItsAnalyzersDocumentation(t *testing.T) {
	word := regexp.MustCompile(`[a-z]+(-[a-z]+)*`)
	for _, a := range analyzers.All() {
		listed := word.FindAllString(a.Doc, -1)
		for _, r := range rules.All() {
			if stands := slices.Contains(listed, string(r.Name)); stands != (r.Analyzer == a.Name) {
				t.Errorf("%s stands in the documentation of %s: %t", r.Name, a.Name, stands)
			}
		}
	}
}

func TestRulesAreWellFormed(t *testing.T) {
	name := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	lesson := regexp.MustCompile(`^0[1-6]_[a-z_]+$`)
	seen := make(map[rules.Name]bool)
	for _, r := range rules.All() {
		switch {
		case !name.MatchString(string(r.Name)):
			t.Errorf("name %q", r.Name)
		case seen[r.Name]:
			t.Errorf("%s stands twice in the catalogue", r.Name)
		case r.Title == "" || strings.HasSuffix(r.Title, "."):
			t.Errorf("%s: title %q", r.Name, r.Title)
		case !strings.HasSuffix(r.Summary, "."):
			t.Errorf("%s: the summary is no sentence: %q", r.Name, r.Summary)
		case !lesson.MatchString(string(r.Lesson)):
			t.Errorf("%s: lesson %q", r.Name, r.Lesson)
		case r.Anchor() != string(r.Lesson)+"/README.md#"+string(r.Name):
			t.Errorf("%s: anchor %q", r.Name, r.Anchor())
		}
		for _, word := range []string{" just ", "simply", "obviously"} {
			if strings.Contains(strings.ToLower(r.Title+" "+r.Summary+r.Page()), word) {
				t.Errorf("%s: its words contain %q", r.Name, word)
			}
		}
		seen[r.Name] = true
	}
}

func TestAllIsACopy(t *testing.T) {
	list := rules.All()
	list[0].Name = "changed"
	if rules.All()[0].Name == "changed" {
		t.Error("a change of All's result changes the catalogue")
	}
}

func TestLookupAndMust(t *testing.T) {
	if r, ok := rules.Lookup("unlocked-field"); !ok || r.Name != "unlocked-field" || rules.Must("unlocked-field") != r {
		t.Errorf("Lookup = %v, %t", r, ok)
	}
	if _, ok := rules.Lookup("no-such-rule"); ok {
		t.Error("Lookup finds no-such-rule")
	}
	defer func() {
		if recover() == nil {
			t.Error("Must of an unknown rule does not panic")
		}
	}()
	rules.Must("no-such-rule")
}

func TestSelection(t *testing.T) {
	for _, c := range []struct {
		text    string
		on, off []rules.Name
		shown   string
	}{
		{"", []rules.Name{"unlocked-field", "abandoned-send"}, nil, ""},
		{"-abandoned-send", []rules.Name{"unlocked-field"}, []rules.Name{"abandoned-send"}, "-abandoned-send"},
		{"unlocked-field", []rules.Name{"unlocked-field"}, []rules.Name{"abandoned-send", "captured-variable"}, "unlocked-field"},
		{" abandoned-send , unlocked-field ,", []rules.Name{"unlocked-field", "abandoned-send"}, []rules.Name{"captured-variable"}, "unlocked-field,abandoned-send"},
		{"unlocked-field,-unlocked-field", nil, []rules.Name{"unlocked-field", "abandoned-send"}, "unlocked-field,-unlocked-field"},
		{",,", []rules.Name{"unlocked-field"}, nil, ""},
	} {
		var s rules.Selection
		if err := s.Set(c.text); err != nil {
			t.Errorf("Set(%q): %v", c.text, err)
			continue
		}
		for _, name := range c.on {
			if !s.Has(name) {
				t.Errorf("after Set(%q), %s is off", c.text, name)
			}
		}
		for _, name := range c.off {
			if s.Has(name) {
				t.Errorf("after Set(%q), %s is on", c.text, name)
			}
		}
		if s.String() != c.shown {
			t.Errorf("after Set(%q), String() = %q, want %q", c.text, s.String(), c.shown)
		}
		var again rules.Selection
		if err := again.Set(s.String()); err != nil || again.String() != s.String() {
			t.Errorf("Set(String()) = %q, %v", again.String(), err)
		}
	}
}

func TestSelectionRefusesUnknownRulesAndKeepsWhatItHad(t *testing.T) {
	var s rules.Selection
	if err := s.Set("-abandoned-send"); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"nonsense", "-nonsense", "unlocked-field,nonsense", "--unlocked-field", "Unlocked-Field"} {
		err := s.Set(text)
		if err == nil {
			t.Errorf("Set(%q) is accepted", text)
			continue
		}
		if !strings.Contains(err.Error(), "unlocked-field, ") {
			t.Errorf("Set(%q): the error does not list the rules: %v", text, err)
		}
		if s.String() != "-abandoned-send" {
			t.Errorf("after a refused Set(%q), String() = %q", text, s.String())
		}
	}
}

func TestANilSelectionHasEverything(t *testing.T) {
	var s *rules.Selection
	if !s.Has("unlocked-field") || s.String() != "" {
		t.Error("a nil Selection is not everything")
	}
}

func TestConfidenceAsText(t *testing.T) {
	for _, c := range []rules.Confidence{rules.Hint, rules.Likely, rules.Certain} {
		data, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var back rules.Confidence
		if err := json.Unmarshal(data, &back); err != nil || back != c {
			t.Errorf("%s: back %v, %v", data, back, err)
		}
	}
	var c rules.Confidence
	if err := json.Unmarshal([]byte(`"sure"`), &c); err == nil {
		t.Error(`"sure" is accepted`)
	}
	if rules.Certain <= rules.Likely || rules.Likely <= rules.Hint {
		t.Error("confidences are not in order")
	}
}
