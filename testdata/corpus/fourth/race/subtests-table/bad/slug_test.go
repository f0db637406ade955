package slug

import "testing"

func TestMake(t *testing.T) {
	tests := map[string]string{
		"Hello, World!":     "hello-world",
		"  spaces  all ":    "spaces-all",
		"C++ in 21 days":    "c-in-21-days",
		"already-slugged-1": "already-slugged-1",
		"":                  "",
	}
	var got string // BUG: test-parallel-shared
	for in, want := range tests {
		t.Run(in, func(t *testing.T) {
			t.Parallel()     // BUG: test-parallel-shared
			got = Make(in)   // BUG: test-parallel-shared
			if got != want { // BUG: test-parallel-shared
				t.Errorf("Make(%q) = %q, want %q", in, got, want) // BUG: test-parallel-shared
			}
			// a slug stays as it is
			for range 50 {
				if again := Make(got); again != got { // BUG: test-parallel-shared
					t.Errorf("%q became %q", got, again) // BUG: test-parallel-shared
				}
			}
		})
	}
}
