package roman

import "testing"

func TestRoman(t *testing.T) {
	cases := map[int]string{1: "I", 4: "IV", 19: "XIX", 33: "XXXIII"}
	got := make([]string, 40)
	t.Run("group", func(t *testing.T) {
		for n := range cases {
			t.Run(Roman(n), func(t *testing.T) {
				t.Parallel()
				for range 100 {
					got[n] = Roman(n)
				}
				if got[n] != cases[n] {
					t.Error(n, got[n])
				}
			})
		}
	})
	count := 0
	for n, s := range got {
		if s != "" && s == cases[n] {
			count++
		}
	}
	if count != len(cases) {
		t.Fatal(count)
	}
}
