// Package lazytmpl compiles templates only when somebody needs them.
package lazytmpl

import (
	"strings"
	"sync"
	"sync/atomic"
	"text/template"
)

// Lazy computes a value on first use. It is safe for concurrent use.
type Lazy[T any] struct {
	mk    func() (T, error)
	mu    sync.Mutex
	ready atomic.Bool
	value T
	err   error
}

// Of returns a Lazy that calls mk once.
func Of[T any](mk func() (T, error)) *Lazy[T] { return &Lazy[T]{mk: mk} }

// Get returns the value, computing it if need be.
func (l *Lazy[T]) Get() (T, error) {
	if !l.ready.Load() {
		l.mu.Lock()
		defer l.mu.Unlock()
		if !l.ready.Load() {
			l.value, l.err = l.mk()
			l.ready.Store(true)
		}
	}
	return l.value, l.err
}

// Mail is a letter template with a name.
type Mail struct {
	Name string
	body *Lazy[*template.Template]
}

// NewMail prepares a mail; text is parsed when first rendered.
func NewMail(name, text string) *Mail {
	return &Mail{Name: name, body: Of(func() (*template.Template, error) {
		return template.New(name).Parse(text)
	})}
}

// Render fills in the data.
func (m *Mail) Render(data any) (string, error) {
	t, err := m.body.Get()
	if err != nil {
		return "", err
	}
	var sb strings.Builder
	err = t.Execute(&sb, data)
	return sb.String(), err
}
