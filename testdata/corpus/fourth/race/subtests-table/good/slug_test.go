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
	for in, want := range tests {
		t.Run(in, func(t *testing.T) {
			t.Parallel()
			got := Make(in)
			if got != want {
				t.Errorf("Make(%q) = %q, want %q", in, got, want)
			}
			// a slug stays as it is
			for range 50 {
				if again := Make(got); again != got {
					t.Errorf("%q became %q", got, again)
				}
			}
		})
	}
}
