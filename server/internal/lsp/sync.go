package lsp

import (
	"context"
	"encoding/json"
	"path/filepath"

	"go.lsp.dev/protocol"
)

// spelled returns the URI of params.textDocument as the client wrote it; the
// protocol's types know its canonical form only.
func spelled(params json.RawMessage) string {
	var p struct {
		TextDocument struct {
			URI string `json:"uri"`
		} `json:"textDocument"`
	}
	_ = json.Unmarshal(params, &p) // decode has read the same already
	return p.TextDocument.URI
}

func (s *server) didOpen(_ context.Context, params json.RawMessage) (answer, error) {
	p, err := decode[protocol.DidOpenTextDocumentParams](params)
	if err != nil {
		return nil, err
	}
	doc := &document{uri: spelled(params), version: p.TextDocument.Version}
	doc.key = keyOf(doc.uri)
	doc.goCode = analysed(doc.key, string(p.TextDocument.LanguageID))
	s.mu.Lock()
	s.docs[doc.key] = doc
	s.buffers = s.buffers.With(doc.key, []byte(p.TextDocument.Text), doc.version)
	s.mu.Unlock()
	s.touch()
	if doc.goCode {
		s.schedule(folderOf(doc.key))
	}
	return nil, nil
}

// analysed reports whether a document is Go code that belongs to somebody: a
// file, or a buffer without a file yet. The other side of a diff ("git:") is not.
func analysed(key, language string) bool {
	if filepath.IsAbs(key) {
		return filepath.Ext(key) == ".go"
	}
	return language == "go" && len(key) > len("untitled:") && key[:len("untitled:")] == "untitled:"
}

func (s *server) didChange(_ context.Context, params json.RawMessage) (answer, error) {
	p, err := decode[protocol.DidChangeTextDocumentParams](params)
	if err != nil {
		return nil, err
	}
	key := keyOf(spelled(params))
	s.mu.Lock()
	defer s.mu.Unlock()
	doc, open := s.docs[key]
	buffer, ok := s.buffers.Get(key)
	if !open || !ok {
		return nil, invalid("%s is not open", key)
	}
	text := buffer.Content
	for _, change := range p.ContentChanges {
		if text, err = s.client.encoding.apply(text, change); err != nil {
			return nil, err
		}
	}
	next := *doc
	next.version = p.TextDocument.Version
	s.docs[key] = &next
	s.buffers = s.buffers.With(key, text, next.version)
	if doc.goCode {
		s.scheduleLocked(folderOf(key))
	}
	return nil, nil
}

func (s *server) didSave(_ context.Context, params json.RawMessage) (answer, error) {
	if _, err := decode[protocol.DidSaveTextDocumentParams](params); err != nil {
		return nil, err
	}
	s.touch()
	s.recheckAll() // a saved go.mod, or a package that others import
	return nil, nil
}

func (s *server) didClose(_ context.Context, params json.RawMessage) (answer, error) {
	if _, err := decode[protocol.DidCloseTextDocumentParams](params); err != nil {
		return nil, err
	}
	key := keyOf(spelled(params))
	s.mu.Lock()
	doc, open := s.docs[key]
	delete(s.docs, key)
	s.buffers = s.buffers.Without(key)
	pull := s.client.pull
	s.mu.Unlock()
	if !open {
		return nil, nil
	}
	s.touch()
	if doc.goCode {
		folder := folderOf(key)
		if !pull {
			s.notify("textDocument/publishDiagnostics", published(doc.uri, nil, nil))
		} else if sn := s.snapshot(); len(sn.request(folder).Keys) == 0 {
			s.spread(sn, folder, nil, false)
		}
		s.schedule(folder) // the text on disk counts again, for the others in the folder
	}
	return nil, nil
}

func (s *server) didChangeWatchedFiles(_ context.Context, params json.RawMessage) (answer, error) {
	if _, err := decode[protocol.DidChangeWatchedFilesParams](params); err != nil {
		return nil, err
	}
	s.touch()
	s.recheckAll()
	return nil, nil
}

// touch says that the disk may have changed. Before the session is open there
// is nothing that could be stale.
func (s *server) touch() {
	select {
	case <-s.ready:
		if s.session != nil {
			s.session.Touch()
		}
	default:
	}
}
