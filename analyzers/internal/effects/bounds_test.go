package effects_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"testing"

	"interleave/analyzers/internal/effects"
)

// Beyond the bound a place has no path: the field alone is known.
func TestPathsHaveSoManyFields(t *testing.T) {
	source := "package p\n\ntype N struct {\n\tnext *N\n\tn int\n}\n"
	for fields := 1; fields <= effects.MaxDepth+1; fields++ {
		source += fmt.Sprintf("\nfunc F%d(t *N) { t%s.n = 1 }\n", fields, strings.Repeat(".next", fields-1))
	}
	r := summariseAll(t, t.TempDir(), map[string]string{"go.mod": "module m\n\ngo 1.26\n", "p/p.go": source})["m/p"]
	for fields := 1; fields <= effects.MaxDepth+1; fields++ {
		f := r.Functions[called(t, r, fmt.Sprintf("F%d", fields))]
		var written []string
		for _, a := range f.Accesses {
			if a.Write {
				written = append(written, a.Path.String())
			}
		}
		want := []string{"t" + strings.Repeat(".next", fields-1) + ".n"}
		if fields > effects.MaxDepth {
			want = nil
			if len(f.Found) != 1 || f.Found[0].Path.Last.Name() != "n" {
				t.Errorf("%d fields: found %v, want n of some object", fields, f.Found)
			}
		}
		if !slices.Equal(written, want) {
			t.Errorf("%d fields: writes %q, want %q", fields, written, want)
		}
	}
}

// A place to which more lock states lead than are told apart has none: neither is a lock held
// there, nor is a place without one found.
func TestSoManyLockStatesAreToldApart(t *testing.T) {
	// n locks under n conditions of their own make 2^n states.
	enough := bits.Len(effects.MaxDisjuncts) - 1
	var taken []string
	for i := range enough {
		taken = append(taken, fmt.Sprintf("l%d", i))
	}
	body := func(n int) string {
		var b strings.Builder
		b.WriteString("\tt.mu.Lock()\n")
		for i := range n {
			fmt.Fprintf(&b, "\tif c%d {\n\t\tl%d.Lock()\n\t\tdefer l%d.Unlock()\n\t}\n", i, i, i)
		}
		b.WriteString("\tt.n = 1\n\tt.mu.Unlock()\n")
		return b.String()
	}
	source := "package p\n\nimport \"sync\"\n"
	for i := range enough + 1 {
		source += fmt.Sprintf("\nvar l%d sync.Mutex\nvar c%d bool\n", i, i)
	}
	source += "\ntype T struct {\n\tmu sync.Mutex\n\tn int\n}\n"
	source += "\nfunc (t *T) Few() {\n" + body(enough) + "}\n\nfunc (t *T) Many() {\n" + body(enough+1) + "}\n"
	r := summariseAll(t, t.TempDir(), map[string]string{"go.mod": "module m\n\ngo 1.26\n", "p/p.go": source})["m/p"]
	few := r.Functions[called(t, r, "Few")]
	if len(few.Accesses) != 1 || locks(few.Accesses[0].Must) != "t.mu" || locks(few.Accesses[0].May) != strings.Join(append(taken, "t.mu"), " and ") {
		t.Errorf("%d states: %+v", effects.MaxDisjuncts, few.Accesses)
	}
	if many := r.Functions[called(t, r, "Many")]; len(many.Accesses) != 0 || len(many.Net) != 0 || len(many.Leaves) != 0 {
		t.Errorf("%d states: accesses %+v, keeps %v", 2*effects.MaxDisjuncts, many.Accesses, many.Net)
	}
}

// factsOf returns the facts of a package's functions and fields, encoded, by what they are
// about and the line where that stands.
func factsOf(t *testing.T, files map[string]string) map[string][]byte {
	t.Helper()
	facts := make(map[string][]byte)
	for _, act := range actionsOf(t, t.TempDir(), files) {
		for _, f := range act.AllObjectFacts() {
			var b bytes.Buffer
			if err := gob.NewEncoder(&b).Encode(f.Fact); err != nil {
				t.Fatal(err)
			}
			line := act.Package.Fset.Position(f.Object.Pos()).Line
			facts[fmt.Sprintf("%d: %v: %T", line, f.Object, f.Fact)] = b.Bytes()
		}
	}
	return facts
}

// many is a package of many functions that take locks of several objects, one by one and
// one under the other, in conditions, and through each other.
func many() string {
	const types, methods = 8, 12
	var b strings.Builder
	b.WriteString("package p\n\nimport \"sync\"\n")
	for i := range types {
		fmt.Fprintf(&b, "\ntype T%d struct {\n\tMu, Other sync.RWMutex\n\tA, B, C int\n\tNext *T%d\n}\n", i, (i+1)%types)
		for j := range methods {
			fmt.Fprintf(&b, "\nfunc (t *T%d) M%d(o *T%d, c bool) {\n\tt.Mu.Lock()\n\tt.A, t.B = 1, 2\n", i, j, (i+1)%types)
			if j > 0 {
				fmt.Fprintf(&b, "\to.M%d(o.Next, c)\n\tt.Next.M%d(o.Next, c)\n", j-1, j-1)
			}
			b.WriteString("\tif c {\n\t\to.Other.RLock()\n\t\tt.C++\n\t\to.Other.RUnlock()\n\t}\n\tt.Mu.Unlock()\n}\n")
			fmt.Fprintf(&b, "\nfunc (t *T%d) Lock%d() { t.Mu.Lock(); t.Other.RLock() }\n\nfunc (t *T%d) Unlock%d() { t.Other.RUnlock(); t.Mu.Unlock() }\n", i, j, i, j)
		}
	}
	return b.String()
}

// Caches key on the bytes of facts.
func TestFactsOfManyFunctionsAreTheSameBytesInTwoRuns(t *testing.T) {
	load := func() map[string][]byte {
		return factsOf(t, map[string]string{"go.mod": "module m\n\ngo 1.26\n", "p/p.go": many()})
	}
	first, second := load(), load()
	if len(first) < 8*12*3 || len(first) != len(second) {
		t.Errorf("%d and %d facts", len(first), len(second))
	}
	for about, a := range first {
		if b := second[about]; !bytes.Equal(a, b) {
			t.Errorf("%s: %x and %x", about, a, b)
		}
	}
}

// What a function acquires through its callees is bounded, in its summary as in its fact.
func TestFactsHoldSoManyAcquisitions(t *testing.T) {
	var b strings.Builder
	b.WriteString("package p\n\nimport \"sync\"\n\ntype T struct {\n")
	const locks = 2 * effects.MaxAcquires
	for i := range locks {
		fmt.Fprintf(&b, "\tmu%d sync.Mutex\n", i)
	}
	b.WriteString("}\n")
	for i := range locks {
		fmt.Fprintf(&b, "\nfunc (t *T) take%d() { t.mu%d.Lock(); t.mu%d.Unlock() }\n", i, i, i)
	}
	for _, f := range []struct {
		name  string
		calls int
	}{{"Fits", effects.MaxAcquires}, {"Exceeds", locks}} {
		fmt.Fprintf(&b, "\nfunc (t *T) %s() {\n", f.name)
		for i := range f.calls {
			fmt.Fprintf(&b, "\tt.take%d()\n", i)
		}
		b.WriteString("}\n")
	}
	acquired := make(map[string]int)
	for _, act := range actionsOf(t, t.TempDir(), map[string]string{"go.mod": "module m\n\ngo 1.26\n", "p/p.go": b.String()}) {
		for _, f := range act.AllObjectFacts() {
			if fact, ok := f.Fact.(*effects.LockFact); ok {
				acquired[f.Object.Name()] = len(fact.Acquires)
			}
		}
	}
	for _, name := range []string{"Fits", "Exceeds"} {
		if acquired[name] != effects.MaxAcquires {
			t.Errorf("%s: the fact holds %d acquisitions, want %d", name, acquired[name], effects.MaxAcquires)
		}
	}
}
