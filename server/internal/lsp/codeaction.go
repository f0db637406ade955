package lsp

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"interleave/analyzers/finding"
	"interleave/server/internal/exercise"
	"interleave/server/internal/session"
)

func (s *server) codeAction(_ context.Context, params json.RawMessage) (answer, error) {
	p, err := decode[protocol.CodeActionParams](params)
	if err != nil {
		return nil, err
	}
	sn := s.snapshot()
	key := keyOf(spelled(params))
	doc, text, err := sn.openText(key)
	if err != nil {
		return nil, err
	}
	start, err := sn.client.encoding.offset(text, p.Range.Start)
	if err != nil {
		return nil, err
	}
	end, err := sn.client.encoding.offset(text, p.Range.End)
	if err != nil {
		return nil, err
	}
	if end < start {
		return nil, invalid("the range ends before it starts")
	}
	return func(ctx context.Context) (any, error) {
		actions := []protocol.CommandOrCodeAction{}
		if !doc.goCode {
			return actions, nil
		}
		reports, err := s.reports(ctx, sn, key)
		if err != nil {
			return nil, err
		}
		st := s.stage(sn, key)
		diagnostics := s.diagnostics(sn, key, reports)
		for i, r := range reports {
			from, _ := sn.client.encoding.offset(text, diagnostics[i].Range.Start)
			to, _ := sn.client.encoding.offset(text, diagnostics[i].Range.End)
			if to < start || end < from {
				continue
			}
			if wanted(p.Context.Only, protocol.CodeActionKindQuickFix) && !st.inside {
				// In an exercise the learner finds the fix.
				fixes := r.Fixes
				if r.Rule.Name != finding.IgnoreRule {
					fixes = append(slices.Clone(fixes), ignoring(text, r))
				}
				for n, fix := range fixes {
					if edit := workspaceEdit(sn, fix); edit != nil {
						actions = append(actions, &protocol.CodeAction{
							Title:       fix.Message,
							Kind:        new(protocol.CodeActionKindQuickFix),
							Diagnostics: []protocol.Diagnostic{diagnostics[i]},
							IsPreferred: new(n == 0 && len(r.Fixes) == 1),
							Edit:        edit,
						})
					}
				}
			}
			if !wanted(p.Context.Only, kindInterleave) {
				continue
			}
			for _, command := range s.shows(sn, doc, r) {
				if !sn.client.literals {
					actions = append(actions, &command)
					continue
				}
				actions = append(actions, &protocol.CodeAction{
					Title:       command.Title,
					Kind:        new(kindInterleave),
					Diagnostics: []protocol.Diagnostic{diagnostics[i]},
					Command:     command,
				})
			}
		}
		return actions, nil
	}, nil
}

// wanted reports whether the client asked for this kind: no filter asks for
// all, "a" asks for "a" and "a.b".
func wanted(only []protocol.CodeActionKind, kind protocol.CodeActionKind) bool {
	return len(only) == 0 || slices.ContainsFunc(only, func(o protocol.CodeActionKind) bool {
		return o == "" || kind == o || strings.HasPrefix(string(kind), string(o)+".")
	})
}

// shows returns the commands of a report that show something: the client's own
// where it has them.
func (s *server) shows(sn snapshot, doc *document, r session.Report) []protocol.Command {
	name := func(job string) string {
		if sn.config.clientCommands["interleave."+job] {
			return "interleave." + job
		}
		return "interleave.server." + job
	}
	argument := func(v any) []protocol.LSPAny {
		raw, err := json.Marshal(v)
		if err != nil {
			return nil
		}
		return []protocol.LSPAny{raw}
	}
	commands := []protocol.Command{{
		Title:     "Open the lesson: " + exercise.LessonTitle(r.Rule),
		Command:   name("openLesson"),
		Arguments: argument(openLesson{URI: string(s.lessonLink(sn, s.stage(sn, doc.key), r.Rule)), Anchor: string(r.Rule.Name), Rule: string(r.Rule.Name)}),
	}}
	if r.Witness != nil {
		commands = append(commands, protocol.Command{
			Title:     "Show the interleaving",
			Command:   name("showInterleaving"),
			Arguments: argument(showInterleaving{URI: doc.uri, Witness: r.ID}),
		})
	}
	return commands
}

// ignoring puts a comment above the report that lacks its reason, and so takes
// the report's place until the user has written one.
func ignoring(text []byte, r session.Report) session.Fix {
	line := r.Start
	line.Offset -= line.Column - 1
	line.Column = 1
	code := text[line.Offset:]
	indent := code[:len(code)-len(bytes.TrimLeft(code, " \t"))]
	return session.Fix{
		Message: fmt.Sprintf("Ignore %s here (you write the reason)", r.Rule.Name),
		Edits: []session.Edit{{
			Span:    session.Span{File: r.File, Start: line, End: line},
			NewText: fmt.Sprintf("%s//interleave:ignore %s \n", indent, r.Rule.Name),
		}},
	}
}

func workspaceEdit(sn snapshot, fix session.Fix) *protocol.WorkspaceEdit {
	changes := make(map[uri.URI][]protocol.TextEdit)
	for _, edit := range fix.Edits {
		text, err := sn.read(edit.File)
		if err != nil {
			return nil
		}
		file := uri.URI(sn.uri(edit.File))
		changes[file] = append(changes[file], protocol.TextEdit{
			Range: protocol.Range{
				Start: sn.client.encoding.position(text, edit.Start),
				End:   sn.client.encoding.position(text, edit.End),
			},
			NewText: edit.NewText,
		})
	}
	if len(changes) == 0 {
		return nil
	}
	return &protocol.WorkspaceEdit{Changes: changes}
}
