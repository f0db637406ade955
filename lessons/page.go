package lessons

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// A page is a Markdown file cut at its headings. Headings and anchors inside
// code blocks do not count, which is why a parser reads them and not a pattern.
type page struct {
	text     []byte
	title    string // of the first heading of level 1
	summary  string // first paragraph after it
	sections []section
	anchors  []anchor
}

// A section begins at its heading's line, or at the anchor on the line before it.
type section struct {
	level   int
	title   string
	heading int // offset of the heading's line
	start   int // offset of the anchor's line, or of the heading's
}

type anchor struct {
	id      string
	section int // index in page.sections, or -1
}

var anchorTag = regexp.MustCompile(`<a\s+id="([^"]*)"\s*>`)

func parsePage(source []byte) *page {
	p := &page{text: source}
	type open struct {
		id string
		at int
	}
	var waiting []open // anchors seen since the last heading
	document := goldmark.DefaultParser().Parse(text.NewReader(source))
	afterTitle := false
	flush := func() {
		for _, w := range waiting {
			p.anchors = append(p.anchors, anchor{w.id, -1})
		}
		waiting = nil
	}
	// Only the top level matters: an anchor or heading in a list or quotation
	// belongs to the section around it.
	for node := document.FirstChild(); node != nil; node = node.NextSibling() {
		if h, ok := node.(*ast.Heading); ok {
			at := headingStart(source, h)
			s := section{level: h.Level, title: plainText(h, source), heading: at, start: at}
			if len(waiting) > 0 {
				s.start = waiting[0].at
			}
			for _, w := range waiting {
				p.anchors = append(p.anchors, anchor{w.id, len(p.sections)})
			}
			waiting = nil
			p.sections = append(p.sections, s)
			if h.Level == 1 && p.title == "" {
				p.title, afterTitle = s.title, true
			}
			continue
		}
		ids := anchorsIn(node, source)
		if len(ids) == 0 {
			flush()
		}
		for _, id := range ids {
			waiting = append(waiting, open{id, lineStart(source, node.Lines().At(0).Start)})
		}
		if _, ok := node.(*ast.Paragraph); ok && afterTitle && p.summary == "" && len(ids) == 0 {
			p.summary = plainText(node, source)
		}
	}
	flush()
	return p
}

func (p *page) ids() []string {
	var ids []string
	for _, a := range p.anchors {
		ids = append(ids, a.id)
	}
	return ids
}

// sectionText returns section i with the sections below it, from its heading.
func (p *page) sectionText(i int) string {
	end := len(p.text)
	for _, next := range p.sections[i+1:] {
		if next.level <= p.sections[i].level {
			end = next.start
			break
		}
	}
	return strings.TrimSpace(string(p.text[p.sections[i].heading:end])) + "\n"
}

// anchorsIn returns the ids of a block that holds nothing but anchors.
func anchorsIn(node ast.Node, source []byte) []string {
	switch node.(type) {
	case *ast.Paragraph, *ast.HTMLBlock:
	default:
		return nil
	}
	var raw strings.Builder
	for i := range node.Lines().Len() {
		line := node.Lines().At(i)
		raw.Write(line.Value(source))
	}
	rest := strings.ReplaceAll(anchorTag.ReplaceAllString(raw.String(), ""), "</a>", "")
	if strings.TrimSpace(rest) != "" {
		return nil
	}
	var ids []string
	for _, m := range anchorTag.FindAllStringSubmatch(raw.String(), -1) {
		ids = append(ids, m[1])
	}
	return ids
}

func headingStart(source []byte, h *ast.Heading) int {
	if h.Lines().Len() == 0 { // "#" alone
		return lineStart(source, h.Pos())
	}
	return lineStart(source, h.Lines().At(0).Start)
}

func lineStart(source []byte, at int) int {
	return strings.LastIndexByte(string(source[:at]), '\n') + 1
}

// plainText returns the words of a node without their Markdown.
func plainText(node ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(node, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(n.Segment.Value(source))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}

// Section returns the part of a lesson's README.md under an anchor, as Markdown:
// from its heading to the next heading of the same or a higher level, without
// HTML (comments, anchors of parts below), which many viewers would show as text.
// The error names the lesson's anchors when there is none of this name.
func Section(fsys fs.FS, lessonDir, anchor string) (string, error) {
	file := path.Join(lessonDir, readme)
	source, err := fs.ReadFile(fsys, file)
	if err != nil {
		return "", unreadable(file, err)
	}
	p := parsePage(source)
	for _, a := range p.anchors {
		if a.id == anchor && a.section >= 0 {
			return withoutHTML(p.sectionText(a.section)), nil
		}
	}
	return "", fmt.Errorf("%s: no anchor %q; the anchors are %s", file, anchor, strings.Join(p.ids(), ", "))
}

// withoutHTML leaves out the lines that hold nothing but a comment or an anchor,
// with the empty line after them.
func withoutHTML(markdown string) string {
	var b strings.Builder
	fenced, left := false, false
	for line := range strings.Lines(markdown) {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		}
		if left && strings.TrimSpace(line) == "" {
			left = false
			continue
		}
		left = !fenced && htmlLine.MatchString(line)
		if !left {
			b.WriteString(line)
		}
	}
	return b.String()
}

var htmlLine = regexp.MustCompile(`^(<!--.*-->|<a\s+id="[^"]*"\s*></a>)\s*$`)
