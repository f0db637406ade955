package plugin

import (
	"errors"
	"testing"
)

type hook struct {
	name string
	fn   func(*Event) error
}

func (h hook) Name() string          { return h.name }
func (h hook) Handle(e *Event) error { return h.fn(e) }

func TestHost(t *testing.T) {
	h := NewHost(t.Logf)
	var got []string
	audit := hook{"audit", func(e *Event) error { got = append(got, e.Attrs["id"]); return nil }}
	strict := hook{"strict", func(e *Event) error {
		if e.Attrs["id"] == "" {
			return errors.New("no id")
		}
		return nil
	}}
	for _, k := range []Hook{audit, strict} {
		if err := h.Register("user.new", k); err != nil {
			t.Fatal(err)
		}
	}
	if err := h.Register("user.new", audit); err == nil {
		t.Error("registered twice")
	}
	if err := h.Dispatch("user.new", map[string]string{"id": "7"}); err != nil {
		t.Error(err)
	}
	ch := make(chan string, 2)
	ch <- "user.new"
	ch <- "user.gone"
	close(ch)
	if n := h.Run(ch); n != 1 {
		t.Errorf("%d failed", n)
	}
	if c, e := h.Counts("user.new", "strict"); c != 2 || e != 1 {
		t.Errorf("%d calls, %d errors", c, e)
	}
	if len(got) != 2 || got[0] != "7" {
		t.Error(got)
	}
}
