package tasks

import "testing"

func TestRun(t *testing.T) {
	var r Runner
	r.Register("ok", func() error { return nil })
	r.Register("bad", func() error {
		var m map[string]int
		m["x"] = 1
		return nil
	})
	if err := r.Run("ok"); err != nil {
		t.Error(err)
	}
	if err := r.Run("bad"); err == nil {
		t.Error("no error")
	}
	if err := r.Run("ok"); err != nil {
		t.Error(err)
	}
}
