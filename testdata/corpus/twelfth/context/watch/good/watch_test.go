package watch

import (
	"testing"
	"testing/fstest"
	"time"
)

func TestFirst(t *testing.T) {
	w := &Watcher{
		FS:       fstest.MapFS{"conf/app.toml": {Data: []byte("x=1")}, "tmp/a~": {}},
		Interval: time.Millisecond,
		Skip:     func(p string) bool { return p[len(p)-1] == '~' },
	}
	ev, err := w.First(t.Context(), "conf/app.toml")
	if err != nil || ev.Op != Present {
		t.Fatalf("%v, %v", ev, err)
	}
}

func TestDiff(t *testing.T) {
	t0 := time.Unix(1, 0)
	evs := diff(state{"a": t0, "b": t0}, state{"b": t0.Add(1), "c": t0})
	ops := map[string]Op{}
	for _, e := range evs {
		ops[e.Path] = e.Op
	}
	if ops["a"] != Removed || ops["b"] != Changed || ops["c"] != Created {
		t.Fatal(ops)
	}
}
