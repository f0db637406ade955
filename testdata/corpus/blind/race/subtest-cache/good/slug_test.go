package slug

import "testing"

func TestMake(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Hello World", "hello-world"},
		{"punct", "What?!", "what"},
		{"digits", "Top 10", "top-10"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			m := NewMaker()
			if got := m.Make(c.in); len(got) > len(c.want)+20 {
				t.Errorf("Make(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}
