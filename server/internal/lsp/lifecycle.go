package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"github.com/sourcegraph/jsonrpc2"
	"go.lsp.dev/protocol"

	"interleave/server/internal/gocmd"
	"interleave/server/internal/session"
)

// kindInterleave is the kind of the actions that show something and change
// nothing; "quickfix" would promise a change.
const kindInterleave protocol.CodeActionKind = "interleave"

func (s *server) initialize(_ context.Context, params json.RawMessage) (answer, error) {
	p, err := decode[protocol.InitializeParams](params)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.phase != beforeInitialize {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: "initialize came already"}
	}
	s.phase = working
	s.client = clientOf(p.Capabilities)
	s.config = defaultConfig()
	if note := s.config.read(json.RawMessage(p.InitializationOptions)); note != "" {
		s.start(func() { s.tell(protocol.MessageTypeWarning, note) })
	}
	if p.ProcessID != nil && gocmd.Alive(int(*p.ProcessID)) {
		s.start(func() { s.watchClient(int(*p.ProcessID)) })
	}
	s.start(s.open)
	result := s.capabilities()
	return func(context.Context) (any, error) { return result, nil }, nil
}

// open opens the session while the client is told what the server can do.
func (s *server) open() {
	defer close(s.ready)
	s.session, s.tools, s.failed = s.options.Open(s.life)
	if s.failed != nil && s.life.Err() == nil {
		text := s.failed.Error()
		if errors.Is(s.failed, gocmd.ErrNoGo) || errors.Is(s.failed, session.ErrTooNew) {
			s.tell(protocol.MessageTypeError, "Interleave: "+text)
			return
		}
		s.tell(protocol.MessageTypeError, "Interleave could not start: "+text)
	}
}

// pulse is how often the client's process is looked for.
const pulse = 3 * time.Second

// watchClient ends the server when the client's process is gone. A client that
// died often leaves the pipe open: its other children hold it.
func (s *server) watchClient(pid int) {
	ticker := time.NewTicker(pulse)
	defer ticker.Stop()
	for {
		select {
		case <-s.life.Done():
			return
		case <-ticker.C:
			if !gocmd.Alive(pid) {
				s.log.Printf("the client (process %d) is gone", pid)
				s.end()
				return
			}
		}
	}
}

func clientOf(c protocol.ClientCapabilities) client {
	var known client
	if c.General != nil && slices.Contains(c.General.PositionEncodings, protocol.PositionEncodingKindUTF8) {
		known.encoding = utf8Bytes
	}
	if t := c.TextDocument; t != nil {
		known.pull = t.Diagnostic != nil
		if p := t.PublishDiagnostics; p != nil {
			known.related = yes(p.RelatedInformation)
		}
		if d := t.Diagnostic; d != nil {
			// A client that pulls may say this in either place.
			known.related = known.related || yes(d.RelatedInformation)
		}
		known.literals = t.CodeAction != nil && len(t.CodeAction.CodeActionLiteralSupport.CodeActionKind.ValueSet) > 0
	}
	if w := c.Workspace; w != nil {
		known.refresh = w.Diagnostics != nil && yes(w.Diagnostics.RefreshSupport)
		known.configuration = yes(w.Configuration)
		known.watch = w.DidChangeWatchedFiles != nil && yes(w.DidChangeWatchedFiles.DynamicRegistration)
	}
	if w := c.Window; w != nil {
		known.showDocument = w.ShowDocument != nil && w.ShowDocument.Support
	}
	return known
}

func yes(b *bool) bool { return b != nil && *b }

// capabilities is called with the lock held.
func (s *server) capabilities() *protocol.InitializeResult {
	encodingKind := protocol.PositionEncodingKindUTF16
	if s.client.encoding == utf8Bytes {
		encodingKind = protocol.PositionEncodingKindUTF8
	}
	incremental := protocol.TextDocumentSyncKindIncremental
	result := &protocol.InitializeResult{
		ServerInfo: protocol.ServerInfo{Name: "interleave", Version: protocol.NewOptional(s.options.Version)},
		Capabilities: protocol.ServerCapabilities{
			PositionEncoding: encodingKind,
			TextDocumentSync: &protocol.TextDocumentSyncOptions{
				OpenClose: new(true),
				Change:    &incremental,
				Save:      protocol.Boolean(true),
			},
			HoverProvider:          protocol.Boolean(true),
			CodeActionProvider:     &protocol.CodeActionOptions{CodeActionKinds: []protocol.CodeActionKind{protocol.CodeActionKindQuickFix, kindInterleave}},
			ExecuteCommandProvider: protocol.ExecuteCommandOptions{Commands: commandNames()},
			Workspace: &protocol.WorkspaceOptions{WorkspaceFolders: &protocol.WorkspaceFoldersServerCapabilities{
				Supported:           new(true),
				ChangeNotifications: protocol.Boolean(true),
			}},
		},
	}
	if s.client.pull {
		result.Capabilities.DiagnosticProvider = &protocol.DiagnosticOptions{InterFileDependencies: true}
	}
	return result
}

func (s *server) initialized(context.Context, json.RawMessage) (answer, error) {
	sn := s.snapshot()
	s.start(func() {
		if sn.client.watch {
			s.watchFiles()
		}
	})
	return nil, nil
}

// watchFiles asks the client to tell of files that change behind the editor.
func (s *server) watchFiles() {
	options, err := protocol.Marshal(&protocol.DidChangeWatchedFilesRegistrationOptions{
		Watchers: []protocol.FileSystemWatcher{
			{GlobPattern: protocol.Pattern("**/*.go")},
			{GlobPattern: protocol.Pattern("**/{go.mod,go.work,go.sum}")},
		},
	})
	if err == nil {
		err = s.call(s.life, "client/registerCapability", &protocol.RegistrationParams{Registrations: []protocol.Registration{{
			ID:              "interleave.files",
			Method:          "workspace/didChangeWatchedFiles",
			RegisterOptions: options,
		}}}, nil)
	}
	if err != nil && s.life.Err() == nil {
		s.log.Print(err)
	}
}

func (s *server) shutdown(context.Context, json.RawMessage) (answer, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.phase = afterShutdown
	for _, f := range s.folders {
		f.cancel()
	}
	return nil, nil
}

func (s *server) exit(context.Context, json.RawMessage) (answer, error) {
	s.end()
	return nil, nil
}
