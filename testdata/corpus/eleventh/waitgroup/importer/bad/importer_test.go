package importer

import (
	"strings"
	"sync"
	"testing"
)

type memStore struct {
	sync.Mutex
	rows []Record
}

func (m *memStore) Insert(r Record) error {
	m.Lock()
	defer m.Unlock()
	m.rows = append(m.rows, r)
	return nil
}

func TestRun(t *testing.T) {
	in := "Ada; Mill Lane 3; York\nBo; Quay 1; Hull\nCy; High St 9; Bath\n"
	st := new(memStore)
	im := Importer{Store: st, Parallel: 2}
	res, err := im.Run(strings.NewReader(in))
	if err != nil || res.Inserted != 3 || len(res.Skipped) != 0 {
		t.Fatalf("%+v %v", res, err)
	}
	if len(st.rows) != 3 {
		t.Fatalf("%d rows", len(st.rows))
	}
}

func TestParseColumns(t *testing.T) {
	if _, err := parse("only;two"); err != errColumns {
		t.Fatalf("got %v", err)
	}
}
