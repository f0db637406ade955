package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
)

type table struct {
	pages  int
	broken int
	ugly   int
}

func (t table) Page(n int) (Page, error) {
	switch n {
	case t.pages:
		return Page{}, io.EOF
	case t.broken:
		return Page{}, errors.New("disk error")
	case t.ugly:
		return Page{n, []string{"a\nb"}}, nil
	}
	return Page{n, []string{fmt.Sprint("row ", n)}}, nil
}

func TestOrder(t *testing.T) {
	e := &Exporter{Workers: 3, Format: func(p Page) (string, error) {
		time.Sleep(time.Duration(p.Number%3) * time.Millisecond)
		return Plain(p)
	}}
	var b strings.Builder
	if err := e.Run(t.Context(), table{12, -1, -1}, &b); err != nil {
		t.Fatal(err)
	}
	for i, l := range strings.Split(strings.TrimSpace(b.String()), "\n") {
		if l != fmt.Sprint("row ", i) {
			t.Fatal(i, l)
		}
	}
}

func TestErrors(t *testing.T) {
	e := &Exporter{Workers: 2, Format: Plain}
	for _, src := range []table{{20, 5, -1}, {20, -1, 5}} {
		if err := e.Run(context.Background(), src, io.Discard); err == nil {
			t.Fatal("no error")
		}
	}
}
