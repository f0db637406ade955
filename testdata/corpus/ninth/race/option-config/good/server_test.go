package relay

import "testing"

func TestRelay(t *testing.T) {
	var got []string
	r := New(func(s string) { got = append(got, s) }, Prefix("> "), Limit(3))
	for _, m := range []string{"a", "b", "c", "d"} {
		r.Send(m)
	}
	if r.Sent() > 3 {
		t.Error("too many")
	}
	r.Close()
	if len(got) != 3 || got[2] != "> c" {
		t.Error(got)
	}
}
