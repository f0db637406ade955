// Package docs edits shared documents, one editor per document at a time.
package docs

import (
	"errors"
	"strings"
	"sync"
)

var (
	ErrBusy    = errors.New("docs: somebody edits this")
	ErrExpired = errors.New("docs: edit is over")
)

type document struct {
	editing sync.Mutex // held by the Edit
	mu      sync.RWMutex
	text    string
	version int
}

// Library holds documents by name.
type Library struct {
	mu   sync.Mutex
	docs map[string]*document
}

func NewLibrary() *Library { return &Library{docs: make(map[string]*document)} }

func (l *Library) get(name string) *document {
	l.mu.Lock()
	defer l.mu.Unlock()
	d := l.docs[name]
	if d == nil {
		d = &document{}
		l.docs[name] = d
	}
	return d
}

// Read returns the text as of the last commit.
func (l *Library) Read(name string) (text string, version int) {
	d := l.get(name)
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.text, d.version
}

// Edit is a change in the making. Only one goroutine may use it. Each Edit
// must end with Commit or Abort.
type Edit struct {
	doc  *document
	buf  strings.Builder
	over bool
}

// Begin waits until nobody else edits the document.
func (l *Library) Begin(name string) *Edit {
	d := l.get(name)
	d.editing.Lock()
	return newEdit(d)
}

// TryBegin is like Begin but gives up at once.
func (l *Library) TryBegin(name string) (*Edit, error) {
	d := l.get(name)
	if d.editing.TryLock() {
		return newEdit(d), nil
	}
	return nil, ErrBusy
}

func newEdit(d *document) *Edit {
	e := &Edit{doc: d}
	e.buf.WriteString(d.text) // only editors write text, and we are the editor
	return e
}

// Append adds s to the end.
func (e *Edit) Append(s string) {
	if !e.over {
		e.buf.WriteString(s)
	}
}

// Commit makes the change visible.
func (e *Edit) Commit() error {
	if e.over {
		return ErrExpired
	}
	e.doc.mu.Lock()
	e.doc.text = e.buf.String()
	e.doc.version++
	e.doc.mu.Unlock()
	e.end()
	return nil
}

// Abort forgets the change; after Commit it does nothing, so it can be deferred.
func (e *Edit) Abort() {
	if !e.over {
		e.end()
	}
}

func (e *Edit) end() {
	e.over = true
	e.doc.editing.Unlock()
}
