package lsp

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"time"

	"github.com/sourcegraph/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"interleave/analyzers/rules"
	"interleave/server/internal/session"
)

// A folder is checked by one goroutine at a time; a newer text cancels the run
// in hand and is taken up after it. Guarded by the server's lock.
type folder struct {
	name    string
	wanted  int // grows with every change
	running bool
	cancel  context.CancelFunc
	took    time.Duration // the last run
}

// schedule has a folder checked soon, over the state of then.
func (s *server) schedule(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.scheduleLocked(name)
}

func (s *server) scheduleLocked(name string) {
	if s.client.pull {
		for _, cancel := range s.pulls[name] {
			cancel() // their answers would be about an old text
		}
		return
	}
	f := s.folders[name]
	if f == nil {
		f = &folder{name: name, cancel: func() {}}
		s.folders[name] = f
	}
	f.wanted++
	f.cancel()
	if !f.running && s.phase == working {
		f.running = true
		s.start(func() { s.attend(f) })
	}
}

// recheckAll has everything that is open checked again. What did not change
// costs nothing.
func (s *server) recheckAll() {
	sn := s.snapshot()
	if sn.client.pull {
		s.refresh(sn)
		return
	}
	for key, doc := range sn.docs {
		if doc.goCode {
			s.schedule(folderOf(key))
		}
	}
}

// refresh asks a pulling client to pull again.
func (s *server) refresh(sn snapshot) {
	if sn.client.refresh {
		s.start(func() {
			if err := s.call(s.life, "workspace/diagnostic/refresh", nil, nil); err != nil && s.life.Err() == nil {
				s.log.Print(err)
			}
		})
	}
}

// attend checks a folder until nothing newer is wanted.
func (s *server) attend(f *folder) {
	for {
		s.mu.Lock()
		ctx, cancel := context.WithCancel(s.life)
		f.cancel = cancel
		wanted := f.wanted
		// A folder that takes long is not started anew at every keystroke.
		pause := max(s.config.delay, min(f.took/4, 250*time.Millisecond))
		if wanted == 1 {
			pause = 0 // it was opened this moment
		}
		s.mu.Unlock()

		if sleep(ctx, pause) {
			s.check(ctx, f, wanted)
		}
		cancel()
		s.mu.Lock()
		if f.wanted == wanted || s.life.Err() != nil {
			f.running = false
			s.mu.Unlock()
			return
		}
		s.mu.Unlock()
	}
}

// sleep waits, and reports whether ctx lives on.
func sleep(ctx context.Context, d time.Duration) bool {
	if d <= 0 {
		return ctx.Err() == nil
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// check analyses a folder and publishes what is to be seen. What was passed
// over in the first, quick run is fetched at once afterwards.
func (s *server) check(ctx context.Context, f *folder, wanted int) {
	sess, err := s.opened(ctx)
	if err != nil {
		return // said once, when it happened
	}
	sn := s.snapshot()
	started := time.Now()
	request := sn.request(f.name)
	if len(request.Keys) == 0 {
		s.spread(sn, f.name, nil, false) // all that is open there was closed
		return
	}
	request.Quick = true
	fresh := false
	for {
		result, err := sess.Check(ctx, request)
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			s.say(err.Error())
			result = &session.Result{}
		}
		s.mu.Lock()
		f.took = time.Since(started)
		stale := f.wanted != wanted
		s.mu.Unlock()
		if stale {
			return
		}
		for _, note := range result.Notes {
			s.log.Print(note)
		}
		for _, key := range request.Keys {
			doc := sn.docs[key]
			s.notify("textDocument/publishDiagnostics", published(doc.uri, &doc.version, s.diagnostics(sn, key, s.visible(sn, result.Reports, key))))
		}
		fresh = fresh || result.Fresh
		s.spread(sn, f.name, result.Reports, result.Fresh)
		if !result.Incomplete {
			break
		}
		request.Quick = false
	}
	if !fresh {
		return // nor is there news for anybody else
	}
	for _, other := range sess.Dependents(f.name) {
		s.mu.Lock()
		_, open := s.folders[other]
		s.mu.Unlock()
		if open {
			s.scheduleDependent(other)
		}
	}
}

// spread has those folders looked at again in whose files the check of another one has found
// something, or the check before: a program shows mistakes of the packages that it imports.
func (s *server) spread(sn snapshot, from string, reports []session.Report, fresh bool) {
	found := make(map[string]bool)
	for _, r := range reports {
		if folder := folderOf(r.File); r.Via != nil && folder != from {
			found[folder] = true
		}
	}
	s.mu.Lock()
	before := s.spreads[from]
	s.spreads[from] = found
	s.mu.Unlock()
	if !fresh && maps.Equal(before, found) {
		return
	}
	all := maps.Clone(found)
	maps.Copy(all, before)
	if sn.client.pull {
		if len(all) > 0 {
			s.refresh(sn)
		}
		return
	}
	for folder := range all {
		s.scheduleDependent(folder)
	}
}

// scheduleDependent has a folder looked at that imports another one. Its keys
// decide whether there is anything to do.
func (s *server) scheduleDependent(name string) {
	sn := s.snapshot()
	for key, doc := range sn.docs {
		if doc.goCode && folderOf(key) == name {
			s.schedule(name)
			return
		}
	}
}

func published(spelling string, version *int32, diagnostics []protocol.Diagnostic) *protocol.PublishDiagnosticsParams {
	params := &protocol.PublishDiagnosticsParams{URI: uri.URI(spelling), Diagnostics: diagnostics}
	if version != nil {
		params.Version = protocol.NewOptional(*version)
	}
	if params.Diagnostics == nil {
		params.Diagnostics = []protocol.Diagnostic{} // never null
	}
	return params
}

// diagnostic answers a pull.
func (s *server) diagnostic(_ context.Context, params json.RawMessage) (answer, error) {
	p, err := decode[protocol.DocumentDiagnosticParams](params)
	if err != nil {
		return nil, err
	}
	key := keyOf(spelled(params))
	sn := s.snapshot()
	doc, open := sn.docs[key]
	if !open || !doc.goCode {
		return func(context.Context) (any, error) { return fullReport("", nil), nil }, nil
	}
	name := folderOf(key)
	return func(ctx context.Context) (any, error) {
		pulling, done := s.pulling(ctx, name)
		defer done()
		sess, err := s.opened(pulling)
		if err != nil {
			return fullReport("", nil), nil
		}
		request := sn.request(name)
		request.Quick = true
		result, err := sess.Check(pulling, request)
		if pulling.Err() != nil && ctx.Err() == nil {
			cancelled := &jsonrpc2.Error{Code: codeServerCancelled, Message: "the text moved on"}
			cancelled.SetError(map[string]bool{"retriggerRequest": true})
			return nil, cancelled
		}
		if err != nil {
			s.say(err.Error())
			return fullReport("", nil), nil
		}
		s.spread(sn, name, result.Reports, result.Fresh)
		if result.Incomplete {
			s.start(func() {
				request.Quick = false
				if _, err := sess.Check(s.life, request); err == nil {
					s.refresh(sn)
				}
			})
		}
		diagnostics := s.diagnostics(sn, key, s.visible(sn, result.Reports, key))
		raw, err := protocol.Marshal(fullReport("", diagnostics))
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(raw)
		id := hex.EncodeToString(sum[:8])
		if p.PreviousResultID != nil && *p.PreviousResultID == id {
			return &protocol.RelatedUnchangedDocumentDiagnosticReport{
				UnchangedDocumentDiagnosticReport: protocol.UnchangedDocumentDiagnosticReport{Kind: "unchanged", ResultID: id},
			}, nil
		}
		return fullReport(id, diagnostics), nil
	}, nil
}

func fullReport(id string, diagnostics []protocol.Diagnostic) *protocol.RelatedFullDocumentDiagnosticReport {
	report := &protocol.RelatedFullDocumentDiagnosticReport{}
	report.Kind = "full"
	if id != "" {
		report.ResultID = &id
	}
	report.Items = diagnostics
	if report.Items == nil {
		report.Items = []protocol.Diagnostic{}
	}
	return report
}

// pulling makes a pull cancellable by the next change of its folder.
func (s *server) pulling(ctx context.Context, name string) (context.Context, func()) {
	ctx, cancel := context.WithCancel(ctx)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lastPull++
	id := s.lastPull
	if s.pulls[name] == nil {
		s.pulls[name] = make(map[int]context.CancelFunc)
	}
	s.pulls[name][id] = cancel
	return ctx, func() {
		cancel()
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.pulls[name], id)
		if len(s.pulls[name]) == 0 {
			delete(s.pulls, name)
		}
	}
}

// diagnosticData travels with a diagnostic, for the client's own commands.
type diagnosticData struct {
	Rule       rules.Name       `json:"rule"`
	Confidence rules.Confidence `json:"confidence"`
	Witness    string           `json:"witness"`
}

// diagnostics words reports of one document for the editor.
func (s *server) diagnostics(sn snapshot, key string, reports []session.Report) []protocol.Diagnostic {
	list := []protocol.Diagnostic{}
	if len(reports) == 0 {
		return list
	}
	text, err := sn.read(key)
	if err != nil {
		return list
	}
	st := s.stage(sn, key)
	for _, r := range reports {
		d := protocol.Diagnostic{
			Range:    sn.client.encoding.span(text, r.Span),
			Severity: severity(r, st),
			Code:     protocol.String(r.Rule.Name),
			Source:   protocol.NewOptional("interleave"),
			Message:  protocol.String(r.Message),
		}
		// Also for clients that do not declare it: they pass it over, or, as
		// Neovim does, keep it for the user's own functions.
		if link := s.lessonLink(sn, st, r.Rule); link != "" {
			d.CodeDescription = protocol.CodeDescription{Href: link}
		}
		if sn.client.related {
			for _, related := range r.Related {
				place, err := sn.read(related.File)
				if err != nil {
					continue
				}
				d.RelatedInformation = append(d.RelatedInformation, protocol.DiagnosticRelatedInformation{
					Location: protocol.Location{URI: uri.URI(sn.uri(related.File)), Range: sn.client.encoding.span(place, related.Span)},
					Message:  related.Message,
				})
			}
		}
		if data, err := json.Marshal(diagnosticData{r.Rule.Name, r.Confidence, r.ID}); err == nil {
			d.Data = data
		}
		list = append(list, d)
	}
	return list
}

func severity(r session.Report, st stage) protocol.DiagnosticSeverity {
	switch {
	case st.drilled[string(r.Rule.Name)]:
		return protocol.DiagnosticSeverityError
	case r.Confidence == rules.Certain:
		return protocol.DiagnosticSeverityWarning
	case r.Confidence == rules.Likely:
		return protocol.DiagnosticSeverityInformation
	}
	return protocol.DiagnosticSeverityHint
}
