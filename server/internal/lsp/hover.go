package lsp

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"go.lsp.dev/protocol"

	"interleave/server/internal/exercise"
	"interleave/server/internal/report"
	"interleave/server/internal/session"
)

func (s *server) hover(_ context.Context, params json.RawMessage) (answer, error) {
	p, err := decode[protocol.HoverParams](params)
	if err != nil {
		return nil, err
	}
	sn := s.snapshot()
	key := keyOf(spelled(params))
	doc, text, err := sn.openText(key)
	if err != nil || !doc.goCode {
		return nil, err
	}
	at, err := sn.client.encoding.offset(text, p.Position)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context) (any, error) {
		reports, err := s.reports(ctx, sn, key)
		if err != nil {
			return nil, err
		}
		var parts []string
		var where *protocol.Range
		for _, r := range reports {
			span := sn.client.encoding.span(text, r.Span)
			start, _ := sn.client.encoding.offset(text, span.Start)
			end, _ := sn.client.encoding.offset(text, span.End)
			if at < start || at > end {
				continue
			}
			parts = append(parts, s.story(sn, s.stage(sn, key), r))
			if where == nil {
				where = &span
			}
		}
		if len(parts) == 0 {
			return nil, nil
		}
		return &protocol.Hover{
			Contents: &protocol.MarkupContent{Kind: protocol.MarkupKindMarkdown, Value: strings.Join(parts, "\n\n---\n\n")},
			Range:    where,
		}, nil
	}, nil
}

// story is a report as Markdown: message, interleaving as columns, lesson.
func (s *server) story(sn snapshot, st stage, r session.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s**\n\n%s (%s)\n", r.Rule.Title, escapeMarkdown(r.Message), r.Confidence)
	if columns := report.Columns(r.Witness); columns != "" {
		fmt.Fprintf(&b, "\n```text\n%s\n```\n", strings.TrimRight(columns, "\n"))
	}
	if link := s.lessonLink(sn, st, r.Rule); link != "" {
		fmt.Fprintf(&b, "\n[Lesson: %s](%s)", exercise.LessonTitle(r.Rule), link)
	}
	return b.String()
}

// escapeMarkdown keeps the learner's code from being read as Markdown.
func escapeMarkdown(text string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", `\<`, "[", `\[`).Replace(text)
}

// openText returns an open document and its text; that it is not open is the
// client's mistake.
func (sn snapshot) openText(key string) (*document, []byte, error) {
	doc, ok := sn.docs[key]
	buffer, has := sn.buffers.Get(key)
	if !ok || !has {
		return nil, nil, invalid("%s is not open", key)
	}
	return doc, buffer.Content, nil
}
