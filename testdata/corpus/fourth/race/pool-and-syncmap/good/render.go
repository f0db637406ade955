// Package render turns templates into text, with a cache.
package render

import (
	"bytes"
	"fmt"
	"sync"
	"sync/atomic"
	"text/template"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Engine is safe for concurrent use; the zero value is ready.
type Engine struct {
	parsed sync.Map // text -> *template.Template
	hits   atomic.Uint64
}

func (e *Engine) template(text string) (*template.Template, error) {
	if t, ok := e.parsed.Load(text); ok {
		e.hits.Add(1)
		return t.(*template.Template), nil
	}
	t, err := template.New("").Parse(text)
	if err != nil {
		return nil, fmt.Errorf("render: %w", err)
	}
	// two goroutines may parse the same text, one of the results stays
	actual, _ := e.parsed.LoadOrStore(text, t)
	return actual.(*template.Template), nil
}

// Render executes the template text with data.
func (e *Engine) Render(text string, data any) ([]byte, error) {
	t, err := e.template(text)
	if err != nil {
		return nil, err
	}
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	buf.Reset()
	if err := t.Execute(buf, data); err != nil {
		return nil, fmt.Errorf("render: %w", err)
	}
	return bytes.Clone(buf.Bytes()), nil
}

// Hits counts how often a parsed template could be used again.
func (e *Engine) Hits() uint64 { return e.hits.Load() }
