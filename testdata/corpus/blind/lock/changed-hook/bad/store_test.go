package settings

import (
	"errors"
	"strings"
	"testing"
)

const sample = `
# where we listen
port = 80
host = localhost
port = 8080
`

func TestLoad(t *testing.T) {
	var changed []string
	s := New(WithHook(func(k, _, v string) { changed = append(changed, k+v) }))
	if err := s.Load(sample); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(changed, " "); got != "port80 hostlocalhost port8080" {
		t.Error(got)
	}
	if s.Int("port", 1) != 8080 || s.Int("host", 1) != 1 || len(s.Keys()) != 2 {
		t.Error("wrong settings")
	}
	s.Freeze("port")
	if err := s.Set("port", "1"); !errors.Is(err, ErrReadOnly) {
		t.Error(err)
	}
}

func TestAudit(t *testing.T) {
	s := New(WithAudit())
	if err := s.Load(sample); err != nil {
		t.Fatal(err)
	}
	if len(s.Audit()) != 3 {
		t.Errorf("audit %q", s.Audit())
	}
}
