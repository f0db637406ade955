package rulestest

import "testing"

func TestComplaintsBelongToTheirPackage(t *testing.T) {
	for _, c := range []struct {
		text    complaint
		name    string
		isKnown bool
	}{
		{"/home/testdata/src/pools/pools.go:3:2: unexpected diagnostic: ...", "pools", false},
		{"/home/testdata/src/known/pools/pools.go:3: no diagnostic was reported matching ...", "pools", true},
		{"/home/testdata/src/hints/pools/pools.go:3: no diagnostic was reported matching ...", "hints", false},
		{"loading [./pools]: no such folder", "", false},
	} {
		name, isKnown := c.text.pkg()
		if name != c.name || isKnown != c.isKnown {
			t.Errorf("%s: got %q, %v", c.text, name, isKnown)
		}
	}
}
