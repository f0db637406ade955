package report

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"interleave/analyzers/rules"
	"interleave/analyzers/witness"
	"interleave/server/internal/session"
)

// sarifSchema is the schema of errata 01 of the OASIS standard.
const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// maxResults is how many results of a run GitHub reads.
const maxResults = 25000

// A Run is what SARIF tells about one run of the tool.
type Run struct {
	Version string         // of the tool
	Base    string         // the folder from which files are named
	Notes   []session.Note // what could not be analysed
	// Read returns the text of a file, from which columns are counted.
	Read func(file string) ([]byte, error)
}

// SARIF writes the reports in SARIF 2.1.0: one result each, with a code flow that
// has one thread flow per goroutine of the interleaving. The steps' executionOrder
// goes across the thread flows; steps with the same one are unordered: they race.
// Files below the base folder are named relative to it, columns count UTF-16 units.
func SARIF(w io.Writer, run Run, reports []session.Report) error {
	s := &sarifWriter{Run: run, texts: make(map[string]*sarifText)}
	invocation := sarifInvocation{Successful: len(run.Notes) == 0}
	for _, note := range run.Notes {
		n := sarifNotification{Level: "error", Message: sarifMessage{note.Text}}
		if note.File != "" {
			n.Locations = []sarifLocation{{Physical: sarifPhysical{Artifact: s.artifact(note.File), Region: lineOf(note.Line)}}}
		}
		invocation.Notifications = append(invocation.Notifications, n)
	}
	if over := len(reports) - maxResults; over > 0 {
		reports = reports[:maxResults]
		invocation.Notifications = append(invocation.Notifications, sarifNotification{
			Level: "warning", Message: sarifMessage{fmt.Sprintf("%d more reports are left out", over)}})
	}
	driver := sarifDriver{Name: "interleave", Version: run.Version, Rules: []sarifRule{}}
	index := make(map[rules.Name]int)
	for _, rule := range rules.All() {
		if slices.ContainsFunc(reports, func(r session.Report) bool { return r.Rule.Name == rule.Name }) {
			index[rule.Name] = len(driver.Rules)
			driver.Rules = append(driver.Rules, newSARIFRule(rule))
		}
	}
	results := []sarifResult{}
	for _, r := range reports {
		results = append(results, s.result(r, index[r.Rule.Name]))
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{{
		Tool:        sarifTool{driver},
		Invocations: []sarifInvocation{invocation},
		ColumnKind:  "utf16CodeUnits",
		Results:     results,
	}}})
}

// newSARIFRule describes a rule by the catalogue. There is no helpUri: the lessons
// come with the program and have no address of their own.
func newSARIFRule(rule rules.Rule) sarifRule {
	_, page, _ := strings.Cut(rule.Page(), "<!-- /header -->\n")
	return sarifRule{
		ID:         rule.Name,
		Short:      sarifMessage{rule.Title},
		Full:       sarifMessage{rule.Summary},
		Help:       sarifHelp{Text: rule.Summary + "\n" + page, Markdown: page},
		Default:    sarifConfiguration{levelOf(rule.Best)},
		Properties: sarifRuleProperties{Tags: []string{"concurrency", rule.Analyzer}, Lesson: rule.Anchor()},
	}
}

func levelOf(c rules.Confidence) string {
	switch c {
	case rules.Certain:
		return "error"
	case rules.Likely:
		return "warning"
	}
	return "note"
}

// A sarifWriter makes the parts of one run.
type sarifWriter struct {
	Run
	texts map[string]*sarifText
}

func (s *sarifWriter) result(r session.Report, rule int) sarifResult {
	result := sarifResult{
		RuleID:     r.Rule.Name,
		RuleIndex:  rule,
		Level:      levelOf(r.Confidence),
		Message:    sarifMessage{r.Message},
		Locations:  []sarifLocation{s.spanned(r.Span, "")},
		Properties: sarifResultProperties{Confidence: r.Confidence, Package: r.Package},
	}
	if r.Function != "" {
		path, _, _ := strings.Cut(r.Package, " ") // without "[p.test]"
		result.Locations[0].Logical = []sarifLogical{{Name: r.Function, Full: path + "." + r.Function, Kind: "function"}}
	}
	if hash := s.text(r.File).fingerprint(r.Start.Line); hash != "" {
		result.Fingerprints = map[string]string{"primaryLocationLineHash": hash}
	}
	for i, related := range r.Related {
		location := s.spanned(related.Span, related.Message)
		location.ID = i + 1
		result.Related = append(result.Related, location)
	}
	if flow := s.flow(r.Witness); flow != nil {
		result.CodeFlows = []sarifCodeFlow{*flow}
	}
	return result
}

// flow is an interleaving, or nil where there is none.
func (s *sarifWriter) flow(w *witness.Witness) *sarifCodeFlow {
	if w == nil {
		return nil
	}
	flow := &sarifCodeFlow{Message: sarifMessage{w.Outcome}}
	if w.Why != "" {
		flow.Message.Text += "; why they may run at once: " + w.Why
	}
	for lane, g := range w.Goroutines {
		thread := sarifThreadFlow{ID: "goroutine " + strconv.Itoa(lane+1), Message: sarifMessage{g.Name}}
		for _, step := range w.Steps {
			if step.Goroutine == lane {
				thread.Locations = append(thread.Locations, s.step(step))
			}
		}
		if len(thread.Locations) > 0 {
			flow.Threads = append(flow.Threads, thread)
		}
	}
	if len(flow.Threads) == 0 {
		return nil
	}
	return flow
}

func (s *sarifWriter) step(step witness.Step) sarifStep {
	text := step.Action
	if step.Note != "" {
		text += "  " + step.Note
	}
	at := sarifStep{Order: step.Moment, Location: sarifLocation{Message: &sarifMessage{text}}, Importance: "essential"}
	at.Location.Physical = sarifPhysical{Artifact: s.artifact(step.Place.File)}
	if step.Place.IsValid() {
		at.Location.Physical.Region = &sarifRegion{
			StartLine:   step.Place.Line,
			StartColumn: s.text(step.Place.File).column(step.Place.Line, step.Place.Column),
		}
	}
	at.State = make(map[string]sarifMessage)
	for name, value := range map[string]string{
		"locks held": strings.Join(step.Held, ", "),
		"channels":   strings.Join(step.Channels, ", "),
		"waits for":  step.Blocked,
	} {
		if value != "" {
			at.State[name] = sarifMessage{value}
		}
	}
	return at
}

func (s *sarifWriter) spanned(span session.Span, message string) sarifLocation {
	text := s.text(span.File)
	location := sarifLocation{Physical: sarifPhysical{
		Artifact: s.artifact(span.File),
		Region: &sarifRegion{
			StartLine:   span.Start.Line,
			StartColumn: text.column(span.Start.Line, span.Start.Column),
			EndLine:     span.End.Line,
			EndColumn:   text.column(span.End.Line, span.End.Column),
		},
	}}
	if message != "" {
		location.Message = &sarifMessage{message}
	}
	return location
}

// artifact names a file by a URI: relative below the base folder, else absolute.
func (s *sarifWriter) artifact(file string) sarifArtifact {
	path := filepath.ToSlash(Relative(s.Base, file))
	u := url.URL{Path: path}
	if filepath.IsAbs(file) && path == filepath.ToSlash(file) {
		u = url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(path, "/")}
	}
	return sarifArtifact{URI: u.String()}
}

func lineOf(line int) *sarifRegion {
	if line == 0 {
		return nil
	}
	return &sarifRegion{StartLine: line}
}

// text reads a file once. One that cannot be read any more has no columns.
func (s *sarifWriter) text(file string) *sarifText {
	text := s.texts[file]
	if text == nil {
		content, err := s.Read(file)
		if err != nil {
			content = nil
		}
		text = newSARIFText(string(content))
		s.texts[file] = text
	}
	return text
}

// A sarifText is a file as SARIF's readers look at it.
type sarifText struct {
	lines  []string
	hashes []string // of each line
}

func newSARIFText(content string) *sarifText {
	if content == "" {
		return new(sarifText)
	}
	return &sarifText{lines: strings.Split(content, "\n"), hashes: lineHashes(content)}
}

// column turns a column in bytes into one in UTF-16 units, both from 1; 0 is unknown.
func (t *sarifText) column(line, column int) int {
	if line < 1 || line > len(t.lines) || column < 1 {
		return 0
	}
	text := t.lines[line-1]
	units := 1
	for _, r := range text[:min(column-1, len(text))] {
		units += utf16.RuneLen(r)
	}
	return units
}

func (t *sarifText) fingerprint(line int) string {
	if line < 1 || line > len(t.hashes) {
		return ""
	}
	return t.hashes[line-1]
}
