package kv

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

func TestClose(t *testing.T) {
	var b bytes.Buffer
	s := Open(&b, time.Hour)
	s.Put("boat", "red")
	if v, ok := s.Get("boat"); !ok || v != "red" {
		t.Fatal(v, ok)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), `"boat":"red"`) {
		t.Error(b.String())
	}
}
